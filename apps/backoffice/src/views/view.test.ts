import { expect, test } from 'vitest';
import { isFree, keptOf, shows, type View, withoutView, withView } from './view.ts';
import { viewMemory } from './view-memory.ts';

const view: View = {
  id: '1',
  name: 'Stuck',
  path: '/instances',
  search: { status: 'ACTIVE', sort: 'createdAt,asc' },
};

test('a view keeps everything of an address but the page, in whatever order it stands', () => {
  expect(keptOf({ status: 'ACTIVE', page: 3 })).toEqual({ status: 'ACTIVE' });
  expect(shows({ sort: 'createdAt,asc', page: 2, status: 'ACTIVE' }, view)).toBe(true);
  expect(shows({ status: 'ACTIVE' }, view)).toBe(false);
});

test('a name is free on its own screen, but for the view itself', () => {
  expect(isFree([view], { ...view, id: '2', name: 'stuck' })).toBe(false);
  expect(isFree([view], view)).toBe(true);
  expect(isFree([view], { ...view, id: '2', path: '/users' })).toBe(true);
});

test('a view is renamed in its place and removed by its id', () => {
  const other = { ...view, id: '2', name: 'Mine' };
  expect(withView([view, other], { ...view, name: 'Late' }).map(({ name }) => name)).toEqual([
    'Late',
    'Mine',
  ]);
  expect(withoutView([view, other], '1')).toEqual([other]);
});

function storage(text: string | null = null): Storage {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  } as unknown as Storage;
}
const whose = { tenant: 'demo', operator: 'ada' };

test('what was written is read again, the same list as long as nothing changes', () => {
  const place = storage();
  viewMemory(whose, place).write([view]);
  const memory = viewMemory(whose, place);
  expect(memory.read()).toEqual([view]);
  expect(memory.read()).toBe(memory.read());
});

test.each(['{', '{"id":"1"}', '[{"id":"1"},null,7]'])('%s in the storage is no view', (text) => {
  expect(viewMemory(whose, storage(text)).read()).toEqual([]);
});

test('a storage that is full keeps nothing, and nothing breaks', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  } as unknown as Storage;
  const memory = viewMemory(whose, full);
  memory.write([view]);
  expect(memory.read()).toEqual([]);
});
