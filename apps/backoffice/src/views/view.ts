/** A list as somebody likes to see it: filters, order and rows, under a name. */
export type View = {
  readonly id: string;
  readonly name: string;
  /** The screen of the list. */
  readonly path: string;
  readonly search: Search;
};

type Search = Readonly<Record<string, unknown>>;

/** What a view keeps of an address: all but the page, which is another's tomorrow. */
export const keptOf = ({ page: _page, ...kept }: Search): Search => kept;

/** Whether an address shows a view. */
export const shows = (search: Search, view: View): boolean => textOf(keptOf(search)) === textOf(view.search);

/** Whether a name is free on its screen. Letters count alike, large and small. */
export const isFree = (views: readonly View[], { name, path, id }: Omit<View, 'search'>): boolean =>
  !views.some((one) => one.path === path && one.id !== id && one.name.toLowerCase() === name.toLowerCase());

/** Puts a view in its place: that of its id, else at the end. */
export const withView = (views: readonly View[], view: View): readonly View[] =>
  views.some(({ id }) => id === view.id)
    ? views.map((one) => (one.id === view.id ? view : one))
    : [...views, view];

export const withoutView = (views: readonly View[], id: string): readonly View[] =>
  views.filter((one) => one.id !== id);

const textOf = (search: Search): string =>
  JSON.stringify(Object.entries(search).sort(([one], [other]) => (one < other ? -1 : 1)));
