import { expect, test } from 'vitest';
import { mask, maskSecrets } from './mask-secrets.ts';

test('secrets are masked wherever they are, whatever they hold; everything else stays', () => {
  const data = {
    _initial: { apiToken: 'x', firstName: 'Ada', list: [{ password: 'p', n: 1 }, 'text'] },
    clientRequest: { challenge: 'c', rp: { id: 'localhost' } },
    client_secret: { inner: 1 },
    'API-KEY': 'k',
    nothing: null,
  };
  expect(maskSecrets(data)).toEqual({
    _initial: { apiToken: mask, firstName: 'Ada', list: [{ password: mask, n: 1 }, 'text'] },
    clientRequest: { challenge: mask, rp: { id: 'localhost' } },
    client_secret: mask,
    'API-KEY': mask,
    nothing: null,
  });
});

test.each(['pin', 'userPin', 'sms_otp', 'accessToken', 'newPassword', 'passCode', 'startPasskeySessionId'])(
  '%s is a secret by its name',
  (name) => expect(maskSecrets({ [name]: 'x' })).toEqual({ [name]: mask }),
);

test.each(['shipping', 'spinner', 'opinion', 'userName', 'passkeyUserName', 'publicKey'])(
  '%s is none',
  (name) => expect(maskSecrets({ [name]: 'x' })).toEqual({ [name]: 'x' }),
);

test('own members named like those of every object stay data', () => {
  const data = JSON.parse('{"__proto__": {"password": "p"}, "constructor": 1}');
  expect(JSON.stringify(maskSecrets(data))).toBe(`{"__proto__":{"password":"${mask}"},"constructor":1}`);
});
