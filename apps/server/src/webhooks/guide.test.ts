import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { webhookEvents } from '@latchkey/contract';
import { describe, expect, test } from 'vitest';
import { signedHeaders } from './sign-event.ts';
import { shownSecret } from './webhook-secret.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/webhooks.md'), 'utf8');
const code = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
const { isGenuine } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
  readonly isGenuine: (secret: string, headers: object, body: string) => boolean;
};

const [secret, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const body = '{"specversion":"1.0"}';
const signed = (at: number, ...secrets: Buffer[]) => signedHeaders({ id: 'A', at, body }, secrets);

describe('the receiver of the guide', () => {
  test('takes what either of two secrets signed, and nothing else', () => {
    const headers = signed(Date.now(), other, secret);
    expect(isGenuine(shownSecret(secret), headers, body)).toBe(true);
    expect(isGenuine(shownSecret(other), headers, body)).toBe(true);
    expect(isGenuine(shownSecret(Buffer.alloc(32, 3)), headers, body)).toBe(false);
    expect(isGenuine(shownSecret(secret), headers, `${body} `)).toBe(false);
    expect(isGenuine(shownSecret(secret), { ...headers, 'webhook-id': 'B' }, body)).toBe(false);
  });

  test('refuses what is older or newer than five minutes', () => {
    for (const distance of [-301_000, 302_000])
      expect(isGenuine(shownSecret(secret), signed(Date.now() + distance, secret), body)).toBe(false);
  });
});

test('the guide names every event in the words of the contract', () => {
  const rows = [...guide.matchAll(/^\| `([a-z.-]+)` \| (.+) \|$/gm)].map(([, type, when]) => [type, when]);
  expect(rows).toEqual(Object.entries(webhookEvents).map(([type, { when }]) => [type, when]));
});

test('the example of Standard Webhooks has its signature', () => {
  const headers = signedHeaders(
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330_000, body: '{"test": 2432232314}' },
    [Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')],
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
