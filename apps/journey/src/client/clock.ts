import { announce } from './page.ts';

const shownFromMs = 60_000;

/**
 * The visible end of a step: in sight for its last minute, told at its begin, at 20 seconds, and at once if there is less at first. `onEnd` is called once at the
 * end. The returned function stops it.
 */
export function runClock(view: HTMLElement, onEnd: () => void): () => void {
  const remaining = Number(view.dataset.remaining ?? Number.NaN);
  const place = view.querySelector<HTMLElement>('.clock');
  if (Number.isNaN(remaining) || !place) return () => undefined;
  const endsAt = Date.now() + remaining;
  const tell = (ms: number) =>
    announce((place.dataset.left ?? '').replace('{n}', String(Math.round(ms / 1_000))));
  let told = remaining;
  const tick = () => {
    const left = endsAt - Date.now();
    if (left <= 0) {
      clearInterval(timer);
      onEnd();
      return;
    }
    place.hidden = left > shownFromMs;
    const text = place.querySelector('b');
    if (text) text.textContent = minutesAndSeconds(left);
    for (const mark of [60_000, 20_000]) if (told > mark && left <= mark) tell(mark);
    told = left;
  };
  const timer = setInterval(tick, 1_000);
  if (remaining > 0) tick();
  if (remaining > 0 && remaining < shownFromMs) tell(remaining);
  return () => clearInterval(timer);
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
