import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newVisitor, visitorCookie } from '../journeys/visitor.ts';
import { clearedSessionCookie, sessionCookie } from '../operators/session-cookie.ts';

const sources = join(import.meta.dirname, '..');
const secret = newVisitor().secret;

/** Every cookie that the server sets, by the address at which people see it. */
const cookies = (publicUrl: string): readonly (readonly [string, string])[] => {
  const isSecure = publicUrl.startsWith('https:');
  return [
    ['an operator', sessionCookie(secret, publicUrl)],
    ['an operator who signed out', clearedSessionCookie(publicUrl)],
    ['a visitor', visitorCookie({ secret, language: 'de' }, { isSecure, isEmbedded: false })],
    ['a visitor in a frame', visitorCookie({ secret }, { isSecure, isEmbedded: true })],
  ];
};
const partsOf = (cookie: string) => cookie.split('; ');

describe('a cookie', () => {
  test.each(cookies('https://id.example.org'))('of %s is bound to its host and to https', (_, cookie) => {
    const [pair, ...attributes] = partsOf(cookie);
    expect(pair).toMatch(/^__Host-latchkey/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure']));
    expect(attributes.join()).not.toMatch(/Domain=/i);
    expect(attributes.join()).toMatch(/SameSite=(Strict|Lax|None,Secure,Partitioned)/);
  });

  test.each(cookies('http://localhost:3000'))(
    'of %s has another name on plain http, where the prefix cannot be, and is as closed otherwise',
    (_, cookie) => {
      const [pair, ...attributes] = partsOf(cookie);
      expect(pair).toMatch(/^latchkey/);
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly']));
      expect(attributes.join()).not.toMatch(/Domain=/i);
    },
  );

  test('is set nowhere else', () => {
    const files = globSync('**/*.ts', { cwd: sources }).filter((file) => !file.includes('.test.'));
    const setting = files.filter((file) =>
      /set-cookie['"],|setCookie\(/i.test(readFileSync(join(sources, file), 'utf8')),
    );
    expect(setting.sort()).toEqual([
      'http/log.ts',
      'journeys/journeys.http.ts',
      'operators/operator-sign-in.http.ts',
    ]);
  });
});
