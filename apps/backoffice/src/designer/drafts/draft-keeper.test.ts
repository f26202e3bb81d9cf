import type { ProcessDefinition } from '@latchkey/contract';
import { describe, expect, test } from 'vitest';
import { CallFailure } from '../../api/call-failure.ts';
import { type DraftCalls, draftKeeper } from './draft-keeper.ts';
import { draftMemory } from './draft-memory.ts';

/** A server's shelf of versions, by the rules of the real one. */
function shelf() {
  let versions: readonly (ProcessDefinition & { readonly xml: string })[] = [];
  let clock = 0;
  const at = () => `2026-01-01T00:00:00.${String(++clock).padStart(3, '0')}Z`;
  const refuse = (code: string): never => {
    throw new CallFailure({ type: '', code, status: 409, title: code, instance: '', traceId: '' });
  };
  const create = (xml: string, status = 'EDITABLE') => {
    const version = versions.length + 1;
    const made = { id: `v${version}`, version, status, lastUpdatedDtm: at(), xml } as never;
    versions = [...versions, made];
    return made as ProcessDefinition & { readonly xml: string };
  };
  const find = (id: string) =>
    versions.find((one) => one.id === id) ?? refuse('process-definition.not-found');
  const calls: DraftCalls = {
    create: async (xml) => create(xml),
    read: async (id) => find(id),
    update: async (id, expected, xml) => {
      const { lastUpdatedDtm, status } = find(id);
      if (status !== 'EDITABLE') refuse('process-definition.deployed');
      if (lastUpdatedDtm !== expected) refuse('process-definition.changed');
      versions = versions.map((one) => (one.id === id ? { ...one, xml, lastUpdatedDtm: at() } : one));
      return find(id);
    },
  };
  return { calls, create, xmlOf: (id: string) => find(id).xml, count: () => versions.length };
}

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

function open(status = 'EDITABLE') {
  const server = shelf();
  const base = server.create('first', status);
  const memory = draftMemory('demo', 'sample', storage());
  const keeper = draftKeeper({ base, calls: server.calls, memory, quietMs: 60_000 });
  return { server, base, memory, keeper };
}

describe('a draft', () => {
  test('that is still being written is waited for by whoever saves, and by leaving', async () => {
    const { server, base, keeper } = open();
    let written = (_xml: string): void => undefined;
    const writing = () =>
      new Promise<string>((resolve) => {
        written = resolve;
      });
    keeper.keepWhenWritten(writing());
    const saved = keeper.flush();
    written('second');
    await saved;
    expect(server.xmlOf(base.id)).toBe('second');
    keeper.keepWhenWritten(writing());
    keeper.close();
    written('third');
    await expect.poll(() => server.xmlOf(base.id)).toBe('third');
  });

  test('is saved in place, again and again', async () => {
    const { server, base, keeper } = open();
    keeper.keep('second');
    await keeper.flush();
    keeper.keep('third');
    await keeper.flush();
    expect([server.xmlOf(base.id), server.count()]).toEqual(['third', 1]);
    expect(keeper.state().phase).toBe('saved');
    keeper.close();
  });

  test('of a deployed version is one new version, however often it is saved', async () => {
    const { server, keeper } = open('DEPLOYED_ACTIVE');
    keeper.keep('second');
    await keeper.flush();
    keeper.keep('third');
    await keeper.flush();
    expect([server.count(), server.xmlOf('v1'), server.xmlOf('v2')]).toEqual([2, 'first', 'third']);
    keeper.close();
  });

  test('is remembered in the browser until the server has it', async () => {
    const { memory, keeper } = open();
    keeper.keep('second');
    expect(memory.recall()).toMatchObject({ xml: 'second', baseId: 'v1' });
    await keeper.flush();
    expect(memory.recall()).toBeUndefined();
    keeper.close();
  });

  test('that somebody else has changed is a conflict, and neither is lost', async () => {
    const { server, base, memory, keeper } = open();
    await server.calls.update(base.id, base.lastUpdatedDtm, 'theirs');
    keeper.keep('mine');
    await expect(keeper.flush()).rejects.toThrow('process-definition.changed');
    expect(keeper.state().phase).toBe('conflict');
    expect([server.xmlOf('v1'), memory.recall()?.xml]).toEqual(['theirs', 'mine']);
    const saved = await keeper.saveAsNewVersion();
    expect([saved.version, server.xmlOf('v1'), server.xmlOf('v2')]).toEqual([2, 'theirs', 'mine']);
    expect(keeper.state().phase).toBe('saved');
    keeper.close();
  });

  test('may take the place of what somebody else changed', async () => {
    const { server, base, keeper } = open();
    await server.calls.update(base.id, base.lastUpdatedDtm, 'theirs');
    keeper.keep('mine');
    await expect(keeper.flush()).rejects.toThrow();
    await keeper.overwrite();
    expect([server.xmlOf('v1'), server.count()]).toEqual(['mine', 1]);
    keeper.close();
  });

  test('that changes while it is saved is saved once more, in order', async () => {
    const { server, base, keeper } = open();
    keeper.keep('second');
    const first = keeper.flush();
    keeper.keep('third');
    await first;
    await keeper.flush();
    expect(server.xmlOf(base.id)).toBe('third');
    keeper.close();
  });
});
