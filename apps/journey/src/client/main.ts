import { view } from './page.ts';
import { takeStart } from './start.ts';
import { takeTask } from './take-task.ts';

const takers: Readonly<Record<string, (view: HTMLElement) => void>> = {
  start: takeStart,
  form: (form) => takeTask(form, begin),
};

/** Takes charge of the view that stands in the page. Ends need nobody. */
function begin(): void {
  const current = view();
  takers[current.dataset.view ?? '']?.(current);
}

// A page from the back-forward cache shows a moment that has passed.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

begin();
