import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Latchkey, newDataDir, removeDataDir, startLatchkey } from '../support/latchkey.ts';
import { names, type Person, person, type Standing } from '../support/person.ts';
import { type Rest, rest } from '../support/rest.ts';

/** What one person had been told when the power went: everything up to here must still be there. */
type Progress = {
  readonly who: Person;
  readonly form: Standing;
  readonly told: 'started' | 'prepared' | 'registered';
};

const instances = '/api/process-manager/processInstances';

describe('kill -9 in the middle of journeys', () => {
  const dataDir = newDataDir();
  let latchkey: Latchkey;
  let api: Rest;
  const open: Progress[] = [];

  beforeAll(async () => {
    latchkey = await start(dataDir);
    await walkUntilKilled(latchkey, open);
    latchkey = await start(dataDir, latchkey.port);
    api = rest(`http://localhost:${latchkey.port}`, latchkey.accessToken);
  });
  afterAll(async () => {
    await latchkey.stop();
    removeDataDir(dataDir);
  });

  test('the power went while people stood at every step', () => {
    expect(stepsOf(open)).toEqual(['prepared', 'registered', 'started']);
  });

  test('every acknowledged step is still there', async () => {
    for (const { who, form, told } of open) {
      const instance = (await api.get(`${instances}/${form.instanceId}`)).body;
      const { html } = await who.look(form.instanceId);
      if (told === 'registered') expect(instance.decision).toBe('PASS');
      if (told === 'prepared' && instance.status === 'ACTIVE') expect(html).toContain(names.displayName);
      expect(['ACTIVE', 'COMPLETED_ENDED_SUCCESS']).toContain(instance.status);
    }
  });

  test('every open journey can be finished, and each person holds one passkey', async () => {
    for (const { who, form } of open) {
      const here = await who.look(form.instanceId);
      if (here.task !== undefined) await who.register(here);
      const instance = (await api.get(`${instances}/${form.instanceId}`)).body;
      expect(instance).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
      expect(await passkeysOf(api, latchkey, form.instanceId)).toHaveLength(1);
    }
  });
});

const start = (dataDir: string, port?: number): Promise<Latchkey> =>
  startLatchkey({
    LATCHKEY_DATA_DIR: dataDir,
    PUBLIC_URL: 'http://localhost:3000',
    ...(port !== undefined && { PORT: String(port) }),
  });

const stepsOf = (open: readonly Progress[]): readonly string[] =>
  [...new Set(open.map(({ told }) => told))].sort();

/** People walk at their own pace until the server is killed under them. */
async function walkUntilKilled(latchkey: Latchkey, open: Progress[]): Promise<void> {
  const pt = new URL(latchkey.journeyUrl).searchParams.get('pt') ?? '';
  const base = `http://localhost:${latchkey.port}`;
  const walkers = Array.from({ length: 24 }, (_, walker) => walk(base, pt, walker, open));
  await vi.waitUntil(() => stepsOf(open).length === 3, { timeout: 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await latchkey.kill();
  await Promise.all(walkers);
}

/** A third stays at the form, a third at the prompt, a third goes through and begins again. */
async function walk(base: string, pt: string, walker: number, open: Progress[]): Promise<void> {
  for (;;) {
    try {
      const who = person(base);
      const form = await who.start({ pt });
      const mine = open.push({ who, form, told: 'started' }) - 1;
      if (walker % 3 === 0) return;
      const response = who.credentialFor(await who.prepare(form));
      open[mine] = { who, form, told: 'prepared' };
      if (walker % 3 === 1) return;
      const { status } = await who.send(form, { kind: 'registered', response, elapsedMs: 900 });
      if (status === 200) open[mine] = { who, form, told: 'registered' };
    } catch {
      // The power went.
      return;
    }
  }
}

async function passkeysOf(
  api: Rest,
  { storeName }: Latchkey,
  instanceId: string,
): Promise<readonly object[]> {
  const data = (await api.get(`${instances}/${instanceId}/sessionData`)).body;
  const { id } = data._identityStore.users.user1;
  return (await api.get(`/api/identity-store/stores/${storeName}/users/${id}/passkeys`)).body.content;
}
