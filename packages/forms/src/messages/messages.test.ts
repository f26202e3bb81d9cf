import { expect, test } from 'vitest';
import { messagesIn } from './index.ts';

const languages = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'he', 'ja'];
const placesOf = (value: unknown): unknown =>
  typeof value === 'string'
    ? (value.match(/\{\w+\}/g) ?? []).sort()
    : Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, placesOf(each)]));

test.each(languages)('%s has words of its own, with the places of English', (language) => {
  const messages = messagesIn([language]);
  if (language !== 'en') expect(messages).not.toBe(messagesIn(['en']));
  expect(placesOf(messages)).toEqual(placesOf(messagesIn(['en'])));
});

test('a region counts as its language, an unknown language as English', () => {
  expect(messagesIn(['pt-BR'])).toBe(messagesIn(['pt']));
  expect(messagesIn(['xx', 'ja'])).toBe(messagesIn(['ja']));
  expect(messagesIn(['xx'])).toBe(messagesIn(['en']));
});
