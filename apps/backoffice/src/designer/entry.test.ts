import { expect, test } from 'vitest';
import { byGroup, entriesOf, followersOf } from './entry.ts';
import type { Manifest } from './manifest.ts';

const manifest = (id: string, group: string, version = 1): Manifest => ({
  ...{ id, version, group, label: id, docs: '', icon: 'key', waits: false },
  ...{ parameters: { properties: {} }, outputs: [], boundaryEvents: [] },
});
const manifests = [
  manifest('decide', 'Decisions'),
  manifest('addUser', 'Users'),
  manifest('addUser', 'Users', 2),
];

test('events come first, then activities in their newest version, then what leads the flow', () => {
  const groups = byGroup(entriesOf(manifests));
  expect(groups.map(([group]) => group)).toEqual(['Events', 'Decisions', 'Users', 'Flow']);
  expect(groups[0]?.[1].map(({ id }) => id).slice(0, 2)).toEqual(['start', 'end']);
  expect(groups[2]?.[1].map(({ id }) => id)).toEqual(['activity:addUser@2']);
});

test('after an element the next step is offered before an end, and no start', () => {
  const ids = followersOf(manifests).map(({ id }) => id);
  expect(ids[0]).toBe('activity:decide@1');
  expect(ids).not.toContain('start');
  expect(ids.slice(-4)).toEqual(['end', 'end-error', 'end-terminate', 'timer']);
});
