import type { PageAnswer } from '../../protocol.ts';
import { runClock } from '../clock.ts';
import { showFailed } from '../failed.ts';
import { takeMoreTime } from '../more-time.ts';
import { post } from '../report.ts';
import { Refusal } from '../send.ts';
import { listen, show, showView } from '../states.ts';
import { swap } from '../swap.ts';
import { servePort } from './ceremony-port.ts';
import { readWindowMessage, type WindowMessage } from './messages.ts';
import { type PageTask, pageTaskOf } from './page-task.ts';
import { refusals } from './refusals.ts';

const graceMs = 1_500;
/** The journey stands elsewhere, or the server did not take what the page sent: its own page says which. */
const elsewhere = [400, 401, 403, 404, 409, 410, 413, 422];

type Of<Event> = Extract<WindowMessage, { readonly event: Event }>;

/**
 * Shows a Custom Page in a frame without an origin and speaks its contract: READY is answered by `message`, one SEND
 * counts. What comes from another window than the frame's own, or in another shape, changes nothing.
 */
export function takePage(view: HTMLElement, onMoved: () => void): void {
  const task = pageTaskOf(view);
  if (task.isMissing) return void tellMissing(task, onMoved);
  const frame = frameOf(task);
  const refuse = refusals(task);
  const left = new AbortController();
  let stopCeremony: (() => void) | undefined;
  let isSent = false;
  const clock = runClock(view, () => {
    stopCeremony?.();
    setTimeout(() => location.reload(), graceMs);
  });

  const deliver = async (variables: Of<'SEND'>['variables']): Promise<void> => {
    show('sending');
    try {
      const answer = await post<PageAnswer>(task, { kind: 'sent', variables });
      if (answer.kind !== 'view') return location.reload();
      left.abort();
      clock.stop();
      swap(answer.html, answer.title);
      onMoved();
    } catch (error) {
      if (error instanceof Refusal && elsewhere.includes(error.status)) location.reload();
      else showFailed(error, () => void deliver(variables));
    }
  };
  const deeds: {
    readonly [Event in WindowMessage['event']]: (message: Of<Event>, port?: MessagePort) => void;
  } = {
    READY: () => frame.contentWindow?.postMessage(greeting(task), '*'),
    SEND: ({ variables }) => {
      if (isSent) return refuse('sent-again');
      isSent = true;
      stopCeremony?.();
      void deliver(variables);
    },
    // Each document of the page connects itself; a ceremony of the one before has nobody any more.
    LATCHKEY: (_message, port) => {
      if (!port) return refuse('invalid-message');
      stopCeremony?.();
      stopCeremony = servePort(port, { task, frame, refuse });
    },
  };
  const hear = ({ source, data, ports }: MessageEvent) => {
    if (source !== frame.contentWindow || source === null) return;
    const read = readWindowMessage(data);
    if ('fault' in read) return refuse(read.fault);
    (deeds[read.message.event] as (message: WindowMessage, port?: MessagePort) => void)(
      read.message,
      ports[0],
    );
  };
  addEventListener('message', hear, { signal: left.signal });
  // Where the frame went, our own policy tells.
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective }) => refuse('policy-violation', effectiveDirective),
    { signal: left.signal },
  );
  let isAsking = false;
  const extend = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    const answer = await post<PageAnswer>(task, { kind: 'extend' }).catch(() => undefined);
    isAsking = false;
    if (answer?.kind === 'extended') takeMoreTime(view, clock, answer);
    else location.reload();
  };
  listen(view, { extend: () => void extend() });
  view.append(frame);
  showView();
}

/** Nothing stands where the page stood; the server takes the journey on, by what the diagram says. */
async function tellMissing(task: PageTask, onMoved: () => void): Promise<void> {
  try {
    const answer = await post<PageAnswer>(task, { kind: 'missing' });
    if (answer.kind !== 'view') return location.reload();
    swap(answer.html, answer.title);
    onMoved();
  } catch (error) {
    if (error instanceof Refusal && elsewhere.includes(error.status)) location.reload();
    else showFailed(error, () => void tellMissing(task, onMoved));
  }
}

/** A frame without an origin has no name to address, so the message goes to whatever stands in it: our policy says what. */
const greeting = ({ constants }: PageTask) => ({
  event: 'message',
  variables: { constants, sessionData: { language: document.documentElement.lang } },
});

function frameOf({ url }: PageTask): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-forms');
  frame.referrerPolicy = 'no-referrer';
  frame.title = document.querySelector('h1')?.textContent ?? '';
  frame.src = url;
  return frame;
}
