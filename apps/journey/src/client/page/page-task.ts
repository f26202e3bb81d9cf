/** One wait of the journey for a Custom Page: where it is answered, and what the page is told. */
export type PageTask = {
  readonly view: HTMLElement;
  readonly path: string;
  readonly attempt: number;
  readonly url: string;
  readonly constants: unknown;
  /** There is nothing to show any more. */
  readonly isMissing: boolean;
};

/** Reads the task from its view. */
export const pageTaskOf = (view: HTMLElement): PageTask => ({
  view,
  path: view.dataset.path ?? '',
  attempt: Number(view.dataset.attempt),
  url: view.dataset.url ?? '',
  constants: JSON.parse(view.dataset.constants ?? '{}'),
  isMissing: view.dataset.missing !== undefined,
});
