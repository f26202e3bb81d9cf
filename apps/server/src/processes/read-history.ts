import type { HistoryEntry, InstancePath } from '@latchkey/contract';
import { advance, type Definition, type Event, type State, start } from '@latchkey/engine';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { ReadDefinition } from './move-instance.ts';
import { instanceProblems } from './process-instance.ts';
import { readContents, readEvents, type StoredEvent } from './read-instances.sql.ts';
import { tracePath } from './trace-path.ts';

/**
 * Reads what happened to an instance; replaying tells at which element of the diagram each event happened.
 * Throws `process-instance.not-found`.
 */
export const readHistory =
  ({ readDefinition }: { readonly readDefinition: ReadDefinition }) =>
  async (sql: Sql, actor: Actor, id: string): Promise<HistoryEntry[]> => {
    const instance = await readContents(sql, actor.tenant, id);
    if (instance === undefined) throw instanceProblems.create('process-instance.not-found');
    if (instance.startedAt === null) return [];
    const definition = await readDefinition(sql, actor.tenant, instance.definitionId);
    const events = await readEvents(sql, actor.tenant, id);
    return told(definition, instance.startedAt.getTime(), events);
  };

/** Reads where an instance has been on its diagram. Throws `process-instance.not-found`. */
export const readInstancePath =
  ({ readDefinition }: { readonly readDefinition: ReadDefinition }) =>
  async (sql: Sql, actor: Actor, id: string): Promise<InstancePath> => {
    const instance = await readContents(sql, actor.tenant, id);
    if (instance === undefined) throw instanceProblems.create('process-instance.not-found');
    if (instance.startedAt === null) return { nodes: [], flows: [], active: [], incidents: [] };
    const definition = await readDefinition(sql, actor.tenant, instance.definitionId);
    const events = await readEvents(sql, actor.tenant, id);
    const happened = events.map(({ event, at }) => ({ event, at: at.getTime() }));
    return tracePath(definition, instance.startedAt.getTime(), happened);
  };

function told(definition: Definition, startedAt: number, events: readonly StoredEvent[]): HistoryEntry[] {
  let { state } = start(definition, startedAt);
  return events.map((stored) => {
    const entry = entryOf(definition, state, stored);
    state = advance(definition, state, stored.event, stored.at.getTime()).state;
    return entry;
  });
}

function entryOf(
  definition: Definition,
  state: State,
  { version, at, actor, event }: StoredEvent,
): HistoryEntry {
  const element = elementOf(state, event);
  const node = element === undefined ? undefined : definition.nodes[element];
  const error = 'error' in event ? event.error : timeoutOf(state, event);
  return {
    version,
    at: at.toISOString(),
    actor,
    event: event.kind,
    ...(element !== undefined && { element }),
    ...(node?.name !== undefined && { name: node.name }),
    ...(node?.kind === 'task' && { activity: node.activity.type }),
    ...(error !== undefined && { error }),
    ...('errors' in event && event.errors && { errors: [...event.errors] }),
  };
}

function elementOf(state: State, event: Event): string | undefined {
  if ('timer' in event) return state.timers.find(({ id }) => id === event.timer)?.node;
  return 'token' in event ? state.tokens.find(({ id }) => id === event.token)?.node : undefined;
}

const timeoutOf = (state: State, event: Event): string | undefined =>
  event.kind === 'timer-fired' ? state.timers.find(({ id }) => id === event.timer)?.errorCode : undefined;
