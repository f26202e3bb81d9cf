import { view } from './page.ts';
import { signal } from './signal.ts';
import { takeStart } from './start.ts';
import { takePause } from './take-pause.ts';
import { takeTask } from './take-task.ts';

const takers: Readonly<Record<string, (view: HTMLElement) => void>> = {
  start: takeStart,
  form: (form) => takeTask(form, begin),
  ended: (end) => void signal(end),
  pause: (pause) => void takePause(pause, begin),
};

/** Takes charge of the view that stands in the page. */
function begin(): void {
  const current = view();
  takers[current.dataset.view ?? '']?.(current);
}

// A page from the back-forward cache shows a moment that has passed.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

begin();
