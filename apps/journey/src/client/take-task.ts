import type { SubmissionAnswer } from '../protocol.ts';
import { advance } from './advance.ts';
import { isSupported } from './ceremony.ts';
import { runClock } from './clock.ts';
import { dropDraft, keepDraft } from './draft.ts';
import { showFailed } from './failed.ts';
import { faults, readValues, tell } from './fields.ts';
import { judgeWhileTyping } from './judge-while-typing.ts';
import { forgetResult, post, register, report, unsentResult } from './report.ts';
import { Refusal } from './send.ts';
import { listen, show, showView } from './states.ts';
import { swap } from './swap.ts';
import { type Task, taskOf } from './task.ts';

const graceMs = 1_500;
const vanishMs = 5_000;
/** The journey stands elsewhere, or this browser may not see it: the server's page says which. */
const elsewhere = [401, 403, 404, 409, 410];

/** Takes charge of a form view until the journey stands elsewhere; then calls `onMoved` for the new view. */
export function takeTask(view: HTMLElement, onMoved: () => void): void {
  const task = taskOf(view);
  const { form } = task;
  let stop = new AbortController();
  const stopAdvance = advance(view, form);
  const stopClock = runClock(view, () => {
    stop.abort('deadline');
    setTimeout(() => location.reload(), graceMs);
  });

  const take = async (answer: SubmissionAnswer): Promise<void> => {
    if (answer.kind === 'options') {
      stop.abort('person');
      stop = new AbortController();
      return take(await register(task, answer.clientRequest, stop));
    }
    if (answer.kind === 'errors') {
      showView();
      return tell(form, answer.errors);
    }
    stopClock();
    dropDraft(form);
    swap(answer.html, answer.title);
    onMoved();
  };
  const answered = oneAtATime(task, take);

  const submit = () => {
    const messages = faults(form);
    tell(form, messages);
    if (messages.length > 0) return;
    stopAdvance();
    answered(() => post(task, { kind: task.timeoutMs ? 'prepare' : 'submit', values: readValues(form) }));
  };
  const decline = () =>
    answered(() =>
      report(task, { kind: 'not-registered', outcome: 'cancelled', errorName: 'NotNow', elapsedMs: 0 }),
    );

  prepareForm(task, submit, decline);
  const unsent = unsentResult(task);
  if (unsent) answered(() => report(task, unsent));
  else if (task.timeoutMs && !isSupported()) showUnsupported(view, decline);
}

/** Does one exchange with the server at a time; a press in between does nothing. */
function oneAtATime(task: Task, take: (answer: SubmissionAnswer) => Promise<void>) {
  let isBusy = false;
  return async (ask: () => Promise<SubmissionAnswer>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    task.form.setAttribute('aria-busy', 'true');
    await ask()
      .then(take)
      .catch((error: unknown) => refused(task, error));
    isBusy = false;
    task.form.removeAttribute('aria-busy');
  };
}

/** Says that this browser will not do; 'Not now' is there when the form has it too. */
function showUnsupported(view: HTMLElement, decline: () => void): void {
  const actions = show('unsupported', { decline }).querySelector<HTMLElement>('.actions');
  if (actions) actions.hidden = view.querySelector('[data-do="decline"]') === null;
}

function refused(task: Task, error: unknown): void {
  forgetResult(task);
  if (error instanceof Refusal && elsewhere.includes(error.status)) location.reload();
  else showFailed(error, showView);
}

function prepareForm({ view, form }: Task, submit: () => void, decline: () => void): void {
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  listen(view, { decline, close: (button) => button.parentElement?.remove() });
  judgeWhileTyping(form);
  keepDraft(form);
  for (const notice of view.querySelectorAll('[data-vanishes]')) setTimeout(() => notice.remove(), vanishMs);
}
