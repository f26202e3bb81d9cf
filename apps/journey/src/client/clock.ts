import { announce } from './page.ts';

const shownFromMs = 60_000;

/** The visible end of a step. */
export type Clock = {
  readonly stop: () => void;
  /** Begins anew with that much time, out of sight again until its last minute. */
  readonly restart: (remainingMs: number) => void;
};

/**
 * In sight for the last minute of a step, told at its begin, at 20 seconds, and at once if there is less at first.
 * `onEnd` is called once at the end.
 */
export function runClock(view: HTMLElement, onEnd: () => void): Clock {
  const remaining = Number(view.dataset.remaining ?? Number.NaN);
  const place = view.querySelector<HTMLElement>('.clock');
  let timer = 0;
  const stop = () => clearInterval(timer);
  if (Number.isNaN(remaining) || !place) return { stop, restart: stop };
  const tell = (ms: number) =>
    announce((place.dataset.left ?? '').replace('{n}', String(Math.round(ms / 1_000))));
  const restart = (remainingMs: number) => {
    stop();
    const endsAt = Date.now() + remainingMs;
    let told = remainingMs;
    const tick = () => {
      const left = endsAt - Date.now();
      if (left <= 0) {
        stop();
        onEnd();
        return;
      }
      place.hidden = left > shownFromMs;
      const text = place.querySelector('b');
      if (text) text.textContent = minutesAndSeconds(left);
      for (const mark of [60_000, 20_000]) if (told > mark && left <= mark) tell(mark);
      told = left;
    };
    timer = window.setInterval(tick, 1_000);
    if (remainingMs > 0) tick();
  };
  restart(remaining);
  if (remaining > 0 && remaining < shownFromMs) tell(remaining);
  return { stop, restart };
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
