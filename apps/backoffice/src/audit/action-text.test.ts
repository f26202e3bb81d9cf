import { expect, test } from 'vitest';
import { actionText } from './action-text.ts';

test.each([
  ['user.created', 'User created'],
  ['user.status-changed', 'User status changed'],
  ['api-key.deleted', 'API key deleted'],
  ['passkey-authentication.completed', 'Sign-in completed'],
  ['process-instance.prompt-shown', 'Process instance opened the passkey prompt'],
  ['new-thing.made-known', 'New thing made known'],
  ['odd', 'Odd'],
])('%s is told as “%s”', (action, told) => {
  expect(actionText(action)).toBe(told);
});
