import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { answerParent } from '../child.ts';
import { keptAlive } from '../kept-alive.ts';
import { userIdOf } from '../seed-users.ts';
import { publicOrigin } from '../world.ts';

/** What the load process is told: whom to call, how long, from which user on. */
export type LoadTask = {
  readonly port: number;
  readonly token: string;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  readonly firstUser: number;
};

export type LoadResult = {
  readonly journeys: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly startedBytes: number;
  readonly completedBytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The next user who has no passkey yet. */
  readonly nextUser: number;
};

const authenticator = createSoftAuthenticator({ reuseKeys: true, algorithms: [-7] });

/** Starts and completes registrations over so many connections, one journey at a time on each; every user once. */
async function load(task: LoadTask): Promise<LoadResult> {
  let nextUser = task.firstUser;
  const from = performance.now() + task.warmUpMs;
  const until = from + task.measuredMs;
  const times: number[] = [];
  let sizes = { startedBytes: 0, completedBytes: 0 };
  const worker = async () => {
    const { ask, end } = await keptAlive(task.port);
    const headers = `authorization: Bearer ${task.token}\r\ncontent-type: application/json\r\n`;
    const post = async (path: string, body: string) => {
      const answer = await ask({ method: 'POST', path, headers, body });
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
      return answer.body;
    };
    for (let before = performance.now(); before <= until; before = performance.now()) {
      sizes = await journey(post, userIdOf(nextUser++));
      const after = performance.now();
      if (before >= from && after <= until) times.push(after - before);
    }
    end();
  };
  await Promise.all(Array.from({ length: task.connections }, worker));
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const seconds = task.measuredMs / 1000;
  const counted = { journeys: times.length, seconds, perSecond: times.length / seconds };
  return { ...sizes, ...counted, nextUser, p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function journey(post: (path: string, body: string) => Promise<string>, userId: string) {
  const user = `/api/identity-store/stores/demoStore/users/${userId}/passkeys`;
  const started = await post(`${user}/relyingParties/localhost/registrations/passkeyPolicy`, '{}');
  const { clientRequest, sessionId } = JSON.parse(started);
  const clientResponse = authenticator.createCredential(clientRequest, { origin: publicOrigin });
  const body = JSON.stringify({ clientResponse });
  const completed = await post(`${user}/registrations/sessions/${sessionId}`, body);
  return { startedBytes: started.length, completedBytes: completed.length };
}

answerParent(load);
