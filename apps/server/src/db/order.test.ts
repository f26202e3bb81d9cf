import { expect, test } from 'vitest';
import { byOrder } from './order.ts';

const list = byOrder(
  'things.list',
  { name: 'lower(name)' },
  { fallback: 'name,desc', last: 'id' },
  (order) => order,
);

test.each([
  [['name,asc'], 'lower(name) asc, id asc'],
  [['name'], 'lower(name) asc, id asc'],
  [['name,desc'], 'lower(name) desc, id desc'],
  [[], 'lower(name) desc, id desc'],
  [undefined, 'lower(name) desc, id desc'],
  [['id; drop table users,asc'], 'lower(name) desc, id desc'],
])('the order %j is %s', (sort, text) => expect(list(sort).text).toBe(text));

test('each order is a statement with a name of its own', () => {
  expect([list(['name,asc']).name, list(['name,desc']).name]).toEqual([
    'things.list.name.asc',
    'things.list.name.desc',
  ]);
});
