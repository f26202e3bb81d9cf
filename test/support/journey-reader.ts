import { replay } from '@latchkey/engine';
import { expect } from 'vitest';
import { findInstance } from '../../apps/server/src/processes/process-instances.sql.ts';
import { readEvents } from '../../apps/server/src/processes/read-instances.sql.ts';
import type { JourneyWorld } from './journey-world.ts';

// biome-ignore lint/suspicious/noExplicitAny: session data is free-form; tests say what they expect of it.
type Data = Record<string, any>;

/** Reads what has become of instances, as an administrator would. */
export function readerOf({ call, store, owner: database, server }: JourneyWorld) {
  const at = (id: string) => `/api/process-manager/processInstances/${id}`;
  const dataOf = async (id: string) => (await call<Data>('POST', `${at(id)}/revealSecrets`)).body;
  const usersPath = async (id: string) =>
    `${store}/users/${(await dataOf(id))._identityStore.users.user1.id}`;
  return {
    read: async (id: string) => (await call('GET', at(id))).body,
    dataOf,
    passkeysOf: async (id: string) =>
      (await call<{ content: object[] }>('GET', `${await usersPath(id)}/passkeys`)).body.content,
    historyOf: async (id: string) => (await call<Data[]>('GET', `${at(id)}/history`)).body,
    /** Whether the history leads to the stored state. */
    replays: async (id: string) => {
      const instance = await findInstance(database, id);
      if (!instance?.state || instance.startedAt === null) throw new Error('never started');
      const definition = await server.readDefinition(database, instance.tenant, instance.definitionId);
      const events = await readEvents(database, instance.tenant, id);
      const history = events.map(({ event, at: moment }) => ({ event, now: moment.getTime() }));
      expect(replay(definition, instance.startedAt, history)).toEqual(instance.state);
    },
  };
}
