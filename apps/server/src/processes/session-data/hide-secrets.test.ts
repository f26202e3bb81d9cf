import { expect, test } from 'vitest';
import { hideSecrets, showSecrets } from './hide-secrets.ts';

const mark = 'c3VjaCBhIG1hcms';
const challenge = 'Y2hhbGxlbmdlLW9mLXNpeHR5LWZvdXItYnl0ZXM';
const data = {
  _identityStore: {
    startPasskeyRegistrationResponse: {
      sessionId: 'T4NJA4PEEM6Q3GXSON5QQZYMG4',
      clientRequest: { challenge },
    },
  },
  _forms: { copy: `given: ${challenge}!`, list: [{ challenge }, 17, null, true], userName: 'Ada' },
  short: { pin: '1234', note: 'call 1234 or 12345678901234567' },
};

test('no secret is in what is hidden, copies in other texts neither; shown again it is what it was', () => {
  const hidden = hideSecrets(data, mark);
  const stored = JSON.stringify(hidden.data);
  for (const secret of [challenge, 'T4NJA4PEEM6Q3GXSON5QQZYMG4']) expect(stored).not.toContain(secret);
  expect(hidden.data).toMatchObject({ _forms: { userName: 'Ada' }, short: data.short });
  expect(showSecrets({ ...hidden, data: JSON.parse(stored) }, mark)).toEqual(data);
});

test('a secret that is a part of another does not spoil it', () => {
  const one = { apiToken: 'abcdefghijklmnop', clientSecret: 'abcdefghijklmnop-and-more' };
  const hidden = hideSecrets(one, mark);
  expect(JSON.stringify(hidden.data)).not.toContain('abcdefghijklmnop');
  expect(showSecrets(hidden, mark)).toEqual(one);
});

test('what looks like a place of another mark stays a text', () => {
  const typed = { clientSecret: 'a secret that is long', typed: '‹other.0› and ‹b3RoZXI.1›' };
  expect(showSecrets(hideSecrets(typed, mark), mark)).toEqual(typed);
});

test('without secrets nothing is changed or copied', () => {
  const plain = { userName: 'Ada' };
  expect(hideSecrets(plain, mark)).toEqual({ data: plain, secrets: [] });
  expect(hideSecrets(plain, mark).data).toBe(plain);
});
