/**
 * A form with hidden buttons sends itself after its delay. When it cannot be sent as it stands, it waits for the next
 * change of a field and then as long again. The returned function stops it.
 */
export function advance(view: HTMLElement, form: HTMLFormElement): () => void {
  const delayMs = Number(view.dataset.delay ?? Number.NaN) * 1_000;
  if (Number.isNaN(delayMs)) return () => undefined;
  let timer = 0;
  const begin = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => form.requestSubmit(), delayMs);
  };
  view.querySelector<HTMLElement>('.advance span')?.style.setProperty('animation-duration', `${delayMs}ms`);
  form.addEventListener('change', begin);
  begin();
  return () => clearTimeout(timer);
}
