import type { PageRefusal } from '../../protocol.ts';
import type { PageTask } from './page-task.ts';

/** More tells nobody more. */
const most = 20;

/** Tells the server what the page tried, which writes it down. Nothing waits for it. */
export function refusals({ path, attempt }: Pick<PageTask, 'path' | 'attempt'>) {
  let count = 0;
  return (reason: PageRefusal, about = ''): void => {
    count += 1;
    if (count > most) return;
    fetch(`${path}/refusals`, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ attempt, reason, about: about.slice(0, 200) }),
    }).catch(() => undefined);
  };
}
export type Refuse = ReturnType<typeof refusals>;
