import { NewUser, type User, UserChange } from '@latchkey/contract';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { newUserOf, userChangeOf, userValues } from './user-values.ts';

const user: User = {
  id: 'T4NJA4PEEM6Q3GXSON5QQZYMG4',
  externalId: 'ext-1',
  storeName: 'customers',
  status: 'ACTIVE',
  email: 'ada@example.com',
  nationalities: ['British'],
  attributes: { tier: 'gold' },
  lockCount: 0,
  createdDtm: '2026-11-24T12:00:00Z',
  lastUpdatedDtm: '2026-11-24T12:00:00Z',
  createdBy: 'System',
  lastUpdatedBy: 'System',
};

describe('the form of a user', () => {
  test('of a new user sends only what is set', () => {
    const sent = newUserOf({ ...userValues(), firstName: 'Ada' });
    expect(sent).toEqual({ firstName: 'Ada' });
    expect(Value.Check(NewUser, sent)).toBe(true);
  });

  test('of a known user clears what was emptied, and keeps the rest', () => {
    const sent = userChangeOf({ ...userValues(user), email: '', lastName: 'Lovelace' });
    expect(sent).toMatchObject({
      email: null,
      lastName: 'Lovelace',
      firstName: null,
      externalId: 'ext-1',
      nationalities: ['British'],
      attributes: { tier: 'gold' },
    });
    expect(Value.Check(UserChange, sent)).toBe(true);
  });

  test('drops attributes that have no name', () => {
    const attributes = [
      { name: ' tier ', value: 'gold' },
      { name: '', value: 'x' },
    ];
    expect(userChangeOf({ ...userValues(user), attributes }).attributes).toEqual({ tier: 'gold' });
  });
});
