import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { commitmentOf, firstHash, type LinkedRecord, linkHash } from './link.ts';

const record: LinkedRecord = {
  id: 'A',
  at: '2026-05-04T10:00:00.123456Z',
  actorKind: 'client',
  actor: 'Portal',
  action: 'user.created',
  outcome: 'SUCCESS',
  code: null,
  targetKind: 'user',
  targetId: 'U',
  instanceId: null,
  facts: { store: 'S' },
};
const salt = new Uint8Array(16).fill(7);
const hashOf = (change: Partial<LinkedRecord>, position = 1, before = firstHash('acme')) => {
  const changed = { ...record, ...change };
  return linkHash(before, position, changed, commitmentOf(salt, changed)).toString('hex');
};

describe('a link', () => {
  test.each([
    ['id', { id: 'B' }],
    ['moment, to the microsecond', { at: '2026-05-04T10:00:00.123457Z' }],
    ['kind of actor', { actorKind: 'operator' }],
    ['actor', { actor: 'Porta1' }],
    ['action', { action: 'user.deleted' }],
    ['outcome', { outcome: 'FAILURE' }],
    ['code', { code: 'user.locked' }],
    ['kind of target', { targetKind: null }],
    ['target', { targetId: 'V' }],
    ['instance', { instanceId: 'I' }],
    ['facts', { facts: { store: 'T' } }],
  ] as const)('has another hash when its %s is another', (_what, change) => {
    expect(hashOf(change)).not.toBe(hashOf({}));
  });

  test('has another hash at another place, after another link, in another tenant', () => {
    expect(hashOf({}, 2)).not.toBe(hashOf({}));
    expect(hashOf({}, 1, firstHash('other'))).not.toBe(hashOf({}));
  });

  test('does not let a value move from one field to its neighbour', () => {
    expect(hashOf({ targetKind: 'user', targetId: null })).not.toBe(
      hashOf({ targetKind: null, targetId: 'user' }),
    );
  });
});

test('equal data is equal text, whatever the order of its members', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined })).toBe('{"b":[1,{"c":"é","d":null}]}');
  expect(canonicalJson({ z: 1, ä: 2, a: 3 })).toBe(canonicalJson({ ä: 2, a: 3, z: 1 }));
});
