import { expect, test } from 'vitest';
import { ownAddress } from './own-address.ts';

test.each([
  ['/users?status=LOCKED', '/backoffice/users?status=LOCKED'],
  ['/backoffice/users', '/backoffice/users'],
  ['/', '/backoffice/'],
])('%s leads to %s', (from, to) => expect(ownAddress(from)).toBe(to));

test.each([
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
])('%s leads home', (from) => expect(ownAddress(from)).toBe('/backoffice/'));
