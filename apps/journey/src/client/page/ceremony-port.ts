import { type PortMessage, readPortMessage } from './messages.ts';
import type { PageTask } from './page-task.ts';
import type { Refuse } from './refusals.ts';
import { type CeremonyAnswer, runCeremony } from './run-ceremony.ts';

type Place = { readonly task: PageTask; readonly frame: HTMLIFrameElement; readonly refuse: Refuse };
type Of<Kind> = Extract<PortMessage, { readonly kind: Kind }>;

/** Heights that a frame may take, in pixels: enough to see something, too little to hide what stands below. */
const least = 160;
const most = 4_000;

/** Serves the page script over its port: one ceremony at a time. The returned function ends one that is under way. */
export function servePort(port: MessagePort, { task, frame, refuse }: Place): () => void {
  let going: { readonly id: number; readonly stop: AbortController } | undefined;
  const answer = (id: number, given: CeremonyAnswer) => port.postMessage({ id, ...given });

  const deeds: { readonly [Kind in PortMessage['kind']]: (message: Of<Kind>) => void } = {
    create: async ({ kind, id, ...request }) => {
      if (going) return answer(id, { errorName: 'OperationError' });
      going = { id, stop: new AbortController() };
      const given = await runCeremony(task, request, going.stop).catch(() => ({
        errorName: 'NotAllowedError',
      }));
      going = undefined;
      answer(id, given);
    },
    abort: ({ id }) => {
      if (going?.id === id) going.stop.abort('person');
    },
    height: ({ height }) => {
      frame.style.height = `${Math.min(Math.max(height, least), most)}px`;
    },
    violation: ({ directive }) => refuse('policy-violation', directive),
    forbidden: ({ forbidden }) => refuse('forbidden-access', forbidden),
  };
  port.onmessage = ({ data }) => {
    const read = readPortMessage(data);
    if ('fault' in read) return refuse(read.fault);
    (deeds[read.message.kind] as (message: PortMessage) => void)(read.message);
  };
  return () => going?.stop.abort('deadline');
}
