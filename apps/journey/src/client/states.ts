import { focusHeading, main, view } from './page.ts';

/** What the buttons of a state do, by their `data-do`. */
export type Deeds = Readonly<Record<string, (button: HTMLElement) => void>>;

/** Lays a state of the page's own over the server's view, which stays in the page with all that was typed. */
export function show(state: string, deeds: Deeds = {}): HTMLElement {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-state="${state}"]`);
  const panel = template?.content.cloneNode(true) as DocumentFragment;
  const section = panel.firstElementChild as HTMLElement;
  clear();
  view().hidden = true;
  main.append(section);
  listen(section, deeds);
  scrollTo(0, 0);
  focusHeading();
  return section;
}

/** Back to the server's view, as it was left. */
export function showView(): void {
  clear();
  if (!view().hidden) return;
  view().hidden = false;
  focusHeading();
}

/** Lets the buttons under an element do their deeds. */
export function listen(element: HTMLElement, deeds: Deeds): void {
  element.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-do]');
    if (button) deeds[button.dataset.do ?? '']?.(button);
  });
}

function clear(): void {
  while (main.lastElementChild !== main.firstElementChild) main.lastElementChild?.remove();
}
