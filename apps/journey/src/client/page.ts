/** The page's fixed places. */
export const main = document.getElementById('main') as HTMLElement;

const live = document.getElementById('live') as HTMLElement;

/** The state of the page that came from the server. */
export const view = (): HTMLElement => main.firstElementChild as HTMLElement;

/** Tells a screen reader something, politely, without moving the focus. */
export const announce = (text: string): void => {
  live.textContent = text;
};

/** Brings an element into sight that lay in the page for this moment. */
export function shown(element: HTMLElement | null): HTMLElement | null {
  if (element) element.hidden = false;
  return element;
}

/** Moves the focus to where the person goes on. */
export const focusOn = (element: HTMLElement | null): void => element?.focus();

/** The heading of what is in sight takes the focus: that is how a change of state is told. */
export const focusHeading = (): void =>
  main.querySelector<HTMLElement>(':scope > :not([hidden]) h1')?.focus({ preventScroll: true });
