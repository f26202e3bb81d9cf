import { focusOn, shown } from './page.ts';

/** What a form with hidden buttons does by itself. */
export type Advance = { readonly stop: () => void; readonly pause: () => void };

/**
 * A form with hidden buttons sends itself after its delay. When it cannot be sent as it stands, it waits for the next
 * change of a field and then as long again. `stop` ends that; `pause` also gives the person a button in its place.
 */
export function advance(view: HTMLElement, form: HTMLFormElement): Advance {
  const delayMs = Number(view.dataset.delay ?? Number.NaN) * 1_000;
  if (Number.isNaN(delayMs)) return { stop: () => undefined, pause: () => undefined };
  let timer = 0;
  const begin = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => form.requestSubmit(), delayMs);
  };
  const stop = () => clearTimeout(timer);
  const pause = () => {
    stop();
    form.removeEventListener('change', begin);
    for (const one of form.querySelectorAll('.advance, [data-do="pause"]')) one.remove();
    focusOn(shown(form.querySelector<HTMLElement>('[type="submit"][hidden]')));
  };
  view.querySelector<HTMLElement>('.advance span')?.style.setProperty('animation-duration', `${delayMs}ms`);
  if (delayMs > 0) shown(form.querySelector<HTMLElement>('[data-do="pause"]'));
  form.addEventListener('change', begin);
  begin();
  return { stop, pause };
}
