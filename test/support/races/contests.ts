import { newId } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { sessionKeyOf } from '../../../apps/server/src/passkeys/session-key.ts';
import { publicOrigin } from '../cluster.ts';
import { names, person } from '../person.ts';
import type { RaceWorld } from './race-world.ts';

/** One race, ready to be run: answers who won, and throws when not exactly one did. */
export type Race = () => Promise<string>;

type Contestant = { readonly name: string; readonly run: () => Promise<{ readonly status: number }> };

/** The kinds of races, each with what makes one ready. */
export const contests: Readonly<Record<string, (world: RaceWorld) => Promise<Race>>> = {
  'complete/complete': async (world) => {
    const session = await startedSession(world);
    return between(
      { name: 'first', run: () => session.complete(0) },
      { name: 'second', run: () => session.complete(1) },
    );
  },
  'complete/timer': async (world) => {
    const prompt = await atThePrompt(world, world.links.hasty);
    return async () => {
      await until((await dueAt(world, prompt.id)) + Math.random() * 500 - 200);
      const { status } = await prompt.answer(Math.random() < 0.5 ? 0 : 1);
      if (status === 200) return 'complete';
      require(status === 409, `the answer got ${status}`);
      return 'timer';
    };
  },
  'complete/cancel': async (world) => {
    const prompt = await atThePrompt(world, world.links.guide);
    const cancel = () => world.apis[1].post(`/api/process-manager/processInstances/${prompt.id}/cancel`, {});
    return between({ name: 'complete', run: () => prompt.answer(0) }, { name: 'cancel', run: cancel });
  },
  'submit/submit': async (world) => {
    const ada = person(world.bases[0]);
    const form = await ada.start({ pt: world.links.form });
    const there = person(world.bases[1], ada.cookie());
    const values = (userName: string) => ({ kind: 'submit', values: { ...names, userName } }) as const;
    return between(
      { name: 'first', run: () => ada.send(form, values('first')) },
      { name: 'second', run: () => there.send(form, values('second')) },
    );
  },
  'consume/expire': async (world) => {
    const session = await startedSession(world);
    return async () => {
      const soon = { name: 'races.expire', text: expireSoon };
      const [row] = await world.database.rows<{ at: Date }>(soon, [sessionKeyOf(session.id), 80]);
      await until(Number(row?.at) - Math.random() * 40 + 8);
      const { status } = await session.complete(Math.random() < 0.5 ? 0 : 1);
      require(status === 200 || status === 410, `the answer got ${status}`);
      return status === 200 ? 'consume' : 'expire';
    };
  },
};

const expireSoon = `update registration_sessions set expires_at = clock_timestamp() + $2 * interval '1 millisecond'
  where id = $1 returning expires_at as at`;

/** Both at the same moment, give or take some milliseconds. One is let in (200), the other comes too late (409). */
const between =
  (...both: readonly [Contestant, Contestant]): Race =>
  async () => {
    const answers = await Promise.all(
      both.map(async ({ name, run }) => {
        await until(Date.now() + Math.random() * 10);
        return { name, ...(await run()) };
      }),
    );
    const winners = answers.filter(({ status }) => status === 200);
    const losers = answers.filter(({ status }) => status === 409);
    require(winners.length === 1 && losers.length === 1, answers
      .map((one) => `${one.name} ${one.status}`)
      .join(', '));
    return winners[0]?.name ?? '';
  };

/** A session of the API, with an answer of another authenticator for each server. */
async function startedSession({ apis, store }: RaceWorld) {
  const externalId = newId();
  const api = apis[Math.random() < 0.5 ? 0 : 1];
  await api.post(`${store}/users`, { externalId });
  const path = `${store}/users/${externalId}/passkeys/relyingParties/localhost/registrations/passkeyPolicy/ext`;
  const { sessionId: id, clientRequest } = (await api.post(path, {})).body;
  const answers = apis.map(() =>
    createSoftAuthenticator().createCredential(clientRequest, { origin: publicOrigin }),
  );
  const address = `${store}/passkeys/registrations/sessions/${id}`;
  return {
    id: String(id),
    complete: (at: 0 | 1) => apis[at].post(address, { clientResponse: answers[at] }),
  };
}

/** A journey whose browser has made a passkey and is about to say so, to either server. */
async function atThePrompt({ bases }: RaceWorld, pt: string) {
  const ada = person(bases[0]);
  const form = await ada.start({ pt });
  const response = ada.credentialFor(await ada.prepare(form));
  const people = [ada, person(bases[1], ada.cookie())] as const;
  const answer = (at: 0 | 1) => people[at].send(form, { kind: 'registered', response, elapsedMs: 9 });
  return { id: form.instanceId, answer };
}

async function dueAt({ database }: RaceWorld, instance: string): Promise<number> {
  const due = { name: 'races.due-at', text: 'select due_at as at from process_instances where id = $1' };
  const row = await database.row<{ readonly at: Date | null }>(due, [instance]);
  return Number(row?.at ?? 0);
}

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - Date.now())));

function require(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`not exactly one won: ${sentence}`);
}
