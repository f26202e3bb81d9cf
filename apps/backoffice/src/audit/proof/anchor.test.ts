import { expect, test } from 'vitest';
import { anchorText, readAnchor } from './anchor.ts';

const place = { position: 12, hash: 'a-_'.repeat(14).concat('b') };

test('an anchor reads back as the place that it stands for', () => {
  expect(readAnchor(anchorText(place))).toEqual(place);
});

test('a whole answer of the API serves as well', () => {
  expect(readAnchor(JSON.stringify({ newest: place, keptFrom: { position: 0 }, keepDays: null }))).toEqual(
    place,
  );
});

test.each([
  '',
  'null',
  '12',
  '[]',
  '{}',
  '{"newest":null}',
  '{"position":-1,"hash":""}',
  `{"position":1.5,"hash":"${place.hash}"}`,
  '{"position":1,"hash":"short"}',
  `{"position":"1","hash":"${place.hash}"}`,
])('%s is none', (text) => {
  expect(readAnchor(text)).toBeUndefined();
});
