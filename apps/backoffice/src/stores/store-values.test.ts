import { NewStore, StoreChange } from '@latchkey/contract';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { newStoreOf, storeChangeOf, storeValues } from './store-values.ts';

test('a new store sends no field that was left empty', () => {
  const sent = newStoreOf({ ...storeValues(), name: 'customers' });
  expect(sent).toEqual({
    name: 'customers',
    description: '',
    defaultUserStatus: 'ACTIVE',
    defaultTimeZone: 'UTC',
  });
  expect(Value.Check(NewStore, sent)).toBe(true);
});

test('a changed store clears a default that was emptied and keeps a limit that was', () => {
  const sent = storeChangeOf({ ...storeValues(), name: 'customers', defaultLocaleCountry: '', maxUsers: '' });
  expect(sent).toMatchObject({ defaultLocaleCountry: null });
  expect(sent).not.toHaveProperty('maxUsers');
  expect(Value.Check(StoreChange, sent)).toBe(true);
});
