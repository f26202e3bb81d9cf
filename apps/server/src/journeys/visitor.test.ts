import { describe, expect, test } from 'vitest';
import { newVisitor, readVisitor, visitorCookie, visitorHash } from './visitor.ts';

describe('a visitor', () => {
  test('comes back by its cookie, with the language of its link', () => {
    const visitor = { ...newVisitor(), language: 'he' };
    for (const isSecure of [true, false]) {
      const [pair] = visitorCookie(visitor, { isSecure, isEmbedded: false }).split(';');
      expect(readVisitor(`other=1; ${pair}; more=2`, isSecure)).toEqual(visitor);
    }
  });

  test('has a cookie that no script reads and, with https, no other host sets', () => {
    const cookie = visitorCookie(newVisitor(), { isSecure: true, isEmbedded: false });
    expect(cookie).toMatch(
      /^__Host-latchkey_visitor=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(visitorCookie(newVisitor(), { isSecure: false, isEmbedded: false })).not.toContain('Secure');
  });

  test('is another one for every instance', () => {
    const visitor = newVisitor();
    expect(visitorHash(visitor, 'A')).not.toEqual(visitorHash(visitor, 'B'));
    expect(visitorHash(visitor, 'A')).not.toEqual(visitorHash(newVisitor(), 'A'));
  });

  test.each([undefined, '', 'latchkey_visitor=', 'latchkey_visitor=short', 'xlatchkey_visitor=a'])(
    'is nobody with the cookie %s',
    (cookies) => expect(readVisitor(cookies, false)).toBeUndefined(),
  );

  test('in a frame is known by a cookie that the site around it shares with nobody', () => {
    const visitor = newVisitor();
    const cookie = visitorCookie(visitor, { isSecure: true, isEmbedded: true });
    expect(cookie).toMatch(/^__Host-latchkey_embedded=.*; Path=\/; .*SameSite=None; Secure; Partitioned$/);
    const [pair] = cookie.split(';');
    expect(readVisitor(pair, true)).toEqual({ ...visitor, isEmbedded: true });
    expect(readVisitor(pair, false)).toBeUndefined();
  });
});
