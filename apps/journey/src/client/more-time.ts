import type { SubmissionAnswer } from '../protocol.ts';
import type { Clock } from './clock.ts';
import { announce, focusOn } from './page.ts';

/** What an answer to 'I need more time' does to the page: the clock begins anew, and the button goes when it was the last. */
export function takeMoreTime(
  form: HTMLElement,
  clock: Clock,
  { remainingMs, mayExtend }: Extract<SubmissionAnswer, { readonly kind: 'extended' }>,
): void {
  if (remainingMs !== undefined) {
    clock.restart(remainingMs);
    announce(form.querySelector<HTMLElement>('.clock')?.dataset.given ?? '');
  }
  if (!mayExtend) form.querySelector('[data-do="extend"]')?.remove();
  if (document.activeElement === document.body || !mayExtend) {
    focusOn(form.querySelector<HTMLElement>('[type="submit"].main'));
  }
}
