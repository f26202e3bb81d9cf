import { describe, expect, test } from 'vitest';
import { countryCodes } from './country-codes.ts';
import { faultsOf } from './user-rules.ts';
import { readUserStatus } from './user-status.ts';

const good = {
  dateOfBirth: ['2024-02-29', '1900-01-01'],
  email: ['example@domain.com', 'a+b@localhost', 'ünï@exämple.de'],
  localeLanguage: ['en', 'EN'],
  localeCountry: ['DE', 'gb'],
  localeVariant: ['rozaj', '1994', 'rozaj-1994', 'abcdefgh'],
  timeZone: ['EST', 'UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'],
  type: ['x'.repeat(64)],
  externalId: ['E-1', 'a b', 'x'.repeat(128)],
};
const bad = {
  dateOfBirth: ['2023-02-29', '1900-13-01', '1900-1-1', '0000-01-01', '1990-02-28T00:00:00Z', ''],
  email: ['', 'a', 'a@', '@b.de', 'a b@c.de', 'a@b..de', `${'a'.repeat(65)}@b.de`],
  localeLanguage: ['e', 'eng', '12'],
  localeCountry: ['XX', 'UK', 'DEU', ''],
  localeVariant: ['abcd', 'abcdefghi', 'rozaj-', '-rozaj', 'rozaj_1994', 'a994'],
  timeZone: ['Mars/Olympus', '+01:00', '', '../etc/passwd'],
  type: ['x'.repeat(65)],
  externalId: ['a\nb', 'x'.repeat(129)],
};
const cases = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([field, texts]) => texts.map((text) => [field, text] as const));

describe('the rules of users', () => {
  test.each(cases(good))('take %s %j', (field, text) => expect(faultsOf({ [field]: text })).toEqual([]));

  test.each(cases(bad))('refuse %s %j', (field, text) => {
    expect(faultsOf({ [field]: text }).map(({ pointer }) => pointer)).toEqual([`/${field}`]);
  });

  test('leave alone what is absent, null or has no rule', () => {
    const fields = { email: undefined, type: null, attributes: { a: 'b' } };
    expect(faultsOf(fields)).toEqual([]);
  });

  test('know the 249 countries', () => expect(countryCodes.size).toBe(249));
});

test.each([
  ['pending', 'PENDING_ACTIVE'],
  ['Active', 'ACTIVE'],
  ['locked', 'LOCKED'],
  ['disabled', 'DISABLED'],
  ['TEMP_LOCKED', 'TEMP_LOCKED'],
  ['temp locked', 'TEMP_LOCKED'],
  ['__proto__', undefined],
  ['', undefined],
])('the status %j means %s', (word, status) => expect(readUserStatus(word)).toBe(status));
