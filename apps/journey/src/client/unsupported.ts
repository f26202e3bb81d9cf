import { announce, shown } from './page.ts';
import { show } from './states.ts';

/**
 * Says that this browser will not do. Where the journey can begin anew elsewhere, with the address for it; 'Not now' is
 * there when the form has it too.
 */
export function showUnsupported(view: HTMLElement, decline: () => void): void {
  const { link } = view.dataset;
  const copy = (button: HTMLElement) => copied(button, link ?? '');
  const state = show(link ? 'unsupported-here' : 'unsupported', { decline, copy });
  const code = state.querySelector('code');
  if (code && link) code.textContent = link;
  if (view.querySelector('[data-do="decline"]')) shown(state.querySelector('[data-do="decline"]'));
}

/** A browser that does not let us copy still shows the address. */
async function copied(button: HTMLElement, link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    button.textContent = button.dataset.done ?? '';
    announce(button.textContent);
  } catch {
    const address = button.closest('.panel')?.querySelector('code');
    if (address) getSelection()?.selectAllChildren(address);
  }
}
