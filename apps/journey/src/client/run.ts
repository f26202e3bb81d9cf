import { view } from './page.ts';
import { signal } from './signal.ts';
import { takeStart } from './start.ts';
import { takePause } from './take-pause.ts';
import { takeTask } from './take-task.ts';
import { tellEmbedder } from './tell-embedder.ts';

/** Takes charge of a view until the journey stands elsewhere; then calls `onMoved`. */
export type Taker = (view: HTMLElement, onMoved: () => void) => void;

/** Takes charge of the view that stands in the page, and of each that follows. `takePage` is what shows a Custom Page. */
export function run(takePage: Taker): void {
  const takers: Readonly<Record<string, Taker>> = {
    start: takeStart,
    form: takeTask,
    page: takePage,
    ended: (end) => void signal(end),
    pause: (pause, onMoved) => void takePause(pause, onMoved),
  };
  const begin = (): void => {
    const current = view();
    tellEmbedder(current);
    takers[current.dataset.view ?? '']?.(current, begin);
  };
  // A page from the back-forward cache shows a moment that has passed.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  begin();
}
