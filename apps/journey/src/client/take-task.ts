import type { SubmissionAnswer } from '../protocol.ts';
import { advance } from './advance.ts';
import { onAnotherDevice } from './another-device.ts';
import { isSupported } from './ceremony.ts';
import { runClock } from './clock.ts';
import { dropDraft, keepDraft } from './draft.ts';
import { showFailed } from './failed.ts';
import { faults, readValues, tell } from './fields.ts';
import { judgeWhileTyping } from './judge-while-typing.ts';
import { keepVisible } from './keep-visible.ts';
import { takeMoreTime } from './more-time.ts';
import { declineTask, forgetResult, post, prompt, report, unsentResult } from './report.ts';
import { Refusal } from './send.ts';
import { rememberUser } from './signal.ts';
import { listen, showView } from './states.ts';
import { swap } from './swap.ts';
import { type Task, taskOf } from './task.ts';
import { showUnsupported } from './unsupported.ts';

const graceMs = 1_500;
const vanishMs = 5_000;
/** The journey stands elsewhere, or this browser may not see it: the server's page says which. */
const elsewhere = [401, 403, 404, 409, 410];

/** Takes charge of a form view until the journey stands elsewhere; then calls `onMoved` for the new view. */
export function takeTask(view: HTMLElement, onMoved: () => void): void {
  const task = taskOf(view);
  const { form } = task;
  let stop = new AbortController();
  const going = advance(view, form);
  let isElsewhere = false;
  const clock = runClock(view, () => {
    stop.abort('deadline');
    setTimeout(() => location.reload(), graceMs);
  });

  const take = async (answer: SubmissionAnswer): Promise<void> => {
    if (answer.kind === 'options') {
      stop.abort('person');
      stop = new AbortController();
      if (!task.isSignIn) rememberUser(answer.clientRequest);
      const asked = isElsewhere ? onAnotherDevice(answer.clientRequest) : answer.clientRequest;
      return take(await prompt(task, asked, stop));
    }
    if (answer.kind === 'extended') {
      takeMoreTime(form, clock, answer);
      return;
    }
    if (answer.kind === 'errors') {
      showView();
      return tell(form, answer.errors);
    }
    clock.stop();
    dropDraft(form);
    swap(answer.html, answer.title);
    onMoved();
  };
  const answered = oneAtATime(task, take);

  const submit = (elsewhere: boolean) => {
    isElsewhere = elsewhere;
    const messages = faults(form);
    tell(form, messages);
    if (messages.length > 0) return;
    going.stop();
    answered(() => post(task, { kind: task.timeoutMs ? 'prepare' : 'submit', values: readValues(form) }));
  };
  const decline = () => answered(() => declineTask(task));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(false);
  });
  listen(view, {
    decline,
    another: () => submit(true),
    extend: () => answered(() => post(task, { kind: 'extend' })),
    pause: going.pause,
    close: (button) => button.parentElement?.remove(),
  });
  prepareForm(task);
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

function refused(task: Task, error: unknown): void {
  forgetResult(task);
  if (error instanceof Refusal && elsewhere.includes(error.status)) location.reload();
  else showFailed(error, showView);
}

function prepareForm({ view, form }: Task): void {
  form.noValidate = true;
  judgeWhileTyping(form);
  keepDraft(form);
  keepVisible(form);
  for (const notice of view.querySelectorAll('[data-vanishes]')) setTimeout(() => notice.remove(), vanishMs);
}
