import type { SubmissionAnswer } from '../protocol.ts';
import type { Clock } from './clock.ts';
import { announce, focusOn } from './page.ts';

/** What an answer to 'I need more time' does to the page: the clock begins anew, and the button goes when it was the last. */
export function takeMoreTime(
  view: HTMLElement,
  clock: Clock,
  { remainingMs, mayExtend }: Extract<SubmissionAnswer, { readonly kind: 'extended' }>,
): void {
  if (remainingMs !== undefined) {
    clock.restart(remainingMs);
    announce(view.querySelector<HTMLElement>('.clock')?.dataset.given ?? '');
  }
  if (!mayExtend) view.querySelector('[data-do="extend"]')?.remove();
  if (document.activeElement === document.body || !mayExtend) {
    focusOn(view.querySelector<HTMLElement>('[type="submit"].main, iframe'));
  }
}
