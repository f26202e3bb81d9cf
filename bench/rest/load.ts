import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { keptAlive } from './kept-alive.ts';
import { publicOrigin } from './server-task.ts';

/** What the load process is told: whom to call, how long, for which users. */
export type LoadTask = {
  readonly port: number;
  readonly token: string;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  readonly userIds: readonly string[];
};

export type LoadResult = {
  readonly journeys: number;
  readonly seconds: number;
  readonly startedBytes: number;
  readonly completedBytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

const authenticator = createSoftAuthenticator({ reuseKeys: true, algorithms: [-7] });

/** Starts and completes registrations over so many connections, one journey at a time on each; every user once. */
async function load(task: LoadTask): Promise<LoadResult> {
  const users = task.userIds.values();
  const begun = performance.now();
  const from = begun + task.warmUpMs;
  const until = from + task.measuredMs;
  const times: number[] = [];
  let sizes = { startedBytes: 0, completedBytes: 0 };
  const worker = async () => {
    const post = await keptAlive(task.port, task.token);
    for (const userId of users) {
      const before = performance.now();
      if (before > until) break;
      sizes = await journey(post, userId);
      const after = performance.now();
      if (before >= from && after <= until) times.push(after - before);
    }
    post.end();
  };
  await Promise.all(Array.from({ length: task.connections }, worker));
  if (performance.now() < until) throw new Error('the users ran out before the time');
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    ...sizes,
    journeys: times.length,
    seconds: task.measuredMs / 1000,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

async function journey(post: Awaited<ReturnType<typeof keptAlive>>, userId: string) {
  const user = `/api/identity-store/stores/people/users/${userId}/passkeys`;
  const started = await post(`${user}/relyingParties/localhost/registrations/policy1`, '{}');
  const { clientRequest, sessionId } = JSON.parse(started);
  const clientResponse = authenticator.createCredential(clientRequest, { origin: publicOrigin });
  const completed = await post(
    `${user}/registrations/sessions/${sessionId}`,
    JSON.stringify({ clientResponse }),
  );
  return { startedBytes: started.length, completedBytes: completed.length };
}

process.on('message', (task: LoadTask) => {
  load(task).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: Error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
});
process.send?.('ready');
