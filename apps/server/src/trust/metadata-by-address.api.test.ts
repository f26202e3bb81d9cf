import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSoftMetadataService } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blob, signedBlob, type TrustWorld, trustWorld } from '../../../../test/support/trust-world.ts';

let service: Server;
let world: TrustWorld;
let answer: { readonly status: number; readonly body: string; readonly location?: string };

beforeAll(async () => {
  service = createServer((_request, response) => {
    response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
    response.end(answer.body);
  });
  await new Promise<void>((done) => service.listen(0, 'localhost', done));
  world = await trustWorld(`http://localhost:${(service.address() as AddressInfo).port}/blob`);
});
afterAll(async () => {
  await world?.close();
  service?.close();
});

test('metadata come from an address', async () => {
  answer = { status: 200, body: signedBlob(7, ['FIDO_CERTIFIED_L1']) };
  await world.round();
  const source = await world.source('metadata');
  expect(source).toMatchObject({ number: 7, entries: 1 });
  expect(source.fault).toBeUndefined();
  expect(await world.register('anchored')).toMatchObject({ passkey: { attestationType: 'basic' } });
});

const evil = createSoftMetadataService({ seed: 'evil' });
test.each([
  ['a service that fails', () => ({ status: 503, body: '' }), 'It answered 503.'],
  ['another signer', () => ({ status: 200, body: evil.sign(blob(8, [])) }), 'metadata.certificate-invalid'],
  [
    'a signature that was changed',
    () => ({ status: 200, body: altered(signedBlob(8, [])) }),
    'metadata.signature-invalid',
  ],
  ['an older number', () => ({ status: 200, body: signedBlob(6, []) }), 'metadata.rolled-back'],
  [
    'an address that anybody can answer at',
    () => ({ status: 302, body: '', location: 'http://127.0.0.1:9/blob' }),
    'not by HTTPS',
  ],
])('from %s they are refused, and what was known stays', async (_name, made, fault) => {
  answer = made();
  await world.round();
  expect(await world.source('metadata')).toMatchObject({
    number: 7,
    entries: 1,
    fault: expect.stringContaining(fault),
  });
  expect(await world.register('anchored')).toMatchObject({ passkey: { attestationType: 'basic' } });
});

/** The same BLOB with another first byte of its signature. */
function altered(signed: string): string {
  const [head, payload, signature = ''] = signed.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return [head, payload, bytes.toString('base64url')].join('.');
}
