import { describe, expect, test } from 'vitest';
import { clearedSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.ts';

const secret = 'a'.repeat(43);
const secure = 'https://id.example.org';
const local = 'http://localhost:3000';

describe("a session's cookie", () => {
  test('is bound to the host where people come by https', () => {
    expect(sessionCookie(secret, secure)).toBe(
      `__Host-latchkey-operator=${secret}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(sessionCookie(secret, local)).toBe(
      `latchkey-operator=${secret}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict`,
    );
    expect(clearedSessionCookie(local)).toContain('latchkey-operator=; Path=/; Max-Age=0');
  });

  test.each([
    [`latchkey-operator=${secret}`, secret],
    [`a=b;  latchkey-operator=${secret}; c=d`, secret],
    [`__Host-latchkey-operator=${secret}`, undefined],
    [`latchkey-operator=${secret}x`, undefined],
    ['latchkey-operator=', undefined],
    [undefined, undefined],
  ])('is read out of %s', (cookies, expected) => {
    expect(readSessionCookie(cookies, local)).toBe(expected);
  });

  test('counts only under its bound name where people come by https', () => {
    expect(readSessionCookie(`latchkey-operator=${secret}`, secure)).toBeUndefined();
    expect(readSessionCookie(`__Host-latchkey-operator=${secret}`, secure)).toBe(secret);
  });
});
