import { createPublicKey, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { origin, startedRegistration } from '../../test/started-registration.ts';
import { createSoftAuthenticator } from './soft-authenticator.ts';

const { clientRequest } = startedRegistration();
const create = (...options: Parameters<typeof createSoftAuthenticator>) =>
  createSoftAuthenticator(...options).createCredential(clientRequest, { origin });

describe('the software authenticator', () => {
  test("answers with the members of a browser's toJSON()", () => {
    const answer = create({ seed: 'members', attachment: 'cross-platform', algorithms: [-7] });
    expect(answer).toEqual({
      authenticatorAttachment: 'cross-platform',
      clientExtensionResults: { credProps: { rk: true } },
      id: expect.stringMatching(/^[\w-]{43}$/),
      rawId: answer.id,
      response: {
        attestationObject: expect.any(String),
        authenticatorData: expect.any(String),
        clientDataJSON: expect.any(String),
        publicKey: expect.any(String),
        publicKeyAlgorithm: -7,
        transports: ['usb'],
      },
      type: 'public-key',
    });
    const spki = Buffer.from(answer.response.publicKey, 'base64url');
    expect(createPublicKey({ key: spki, format: 'der', type: 'spki' }).asymmetricKeyType).toBe('ec');
    expect(JSON.parse(Buffer.from(answer.response.clientDataJSON, 'base64url').toString())).toEqual({
      type: 'webauthn.create',
      challenge: clientRequest.challenge,
      origin,
      crossOrigin: false,
    });
  });

  test.each([-7, -8, -257])('makes the same credential of %i from the same seed', (algorithm) => {
    const [first, again] = [
      create({ seed: 'a', algorithms: [algorithm] }),
      create({ seed: 'a', algorithms: [algorithm] }),
    ];
    expect(again).toEqual(first);
    expect(create({ seed: 'b', algorithms: [algorithm] }).response.publicKey).not.toBe(
      first.response.publicKey,
    );
  });

  test('makes other credentials each time without a seed, and with a seed one after the other', () => {
    const seeded = createSoftAuthenticator({ seed: 'a' });
    const ids = [create(), create(), ...[1, 2].map(() => seeded.createCredential(clientRequest, { origin }))];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
    expect(new Set(ids.map(({ response }) => response.publicKey)).size).toBe(4);
  });

  test('takes the first algorithm of the request that it knows, and refuses as a browser when there is none', () => {
    expect(create({ algorithms: [-257, -7] }).response.publicKeyAlgorithm).toBe(-7);
    expect(() => create({ algorithms: [] })).toThrow(expect.objectContaining({ name: 'NotSupportedError' }));
  });

  test('refuses a second passkey for a user who has one', () => {
    const soft = createSoftAuthenticator();
    const { id } = soft.createCredential(clientRequest, { origin });
    const again = { ...clientRequest, excludeCredentials: [{ type: 'public-key', id }] } as const;
    expect(() => soft.createCredential(again, { origin })).toThrow(
      expect.objectContaining({ name: 'InvalidStateError' }),
    );
  });

  test('signs in only with a passkey of that relying party that was asked for', () => {
    const soft = createSoftAuthenticator();
    const [first] = [
      soft.createCredential(clientRequest, { origin }),
      soft.createCredential(clientRequest, { origin }),
    ];
    const request = { challenge: 'AAAA', rpId: 'example.test', allowCredentials: [{ id: first.id }] };
    expect(soft.getAssertion(request, { origin }).id).toBe(first.id);
    for (const wrong of [{ rpId: 'other.test' }, { allowCredentials: [{ id: 'AAAA' }] }]) {
      expect(() => soft.getAssertion({ ...request, ...wrong }, { origin })).toThrow(
        expect.objectContaining({ name: 'NotAllowedError' }),
      );
    }
  });

  test('uses its keys again when told to', () => {
    const soft = createSoftAuthenticator({ reuseKeys: true });
    const [first, second] = [1, 2].map(() => soft.createCredential(clientRequest, { origin }));
    expect(second?.id).not.toBe(first?.id);
    expect(second?.response.publicKey).toBe(first?.response.publicKey);
  });

  test('says that a passkey is not discoverable when that was discouraged', () => {
    const discouraged = startedRegistration({ residentKey: 'discouraged' }).clientRequest;
    const answer = createSoftAuthenticator().createCredential(discouraged, { origin });
    expect(answer.clientExtensionResults).toEqual({ credProps: { rk: false } });
  });

  test('has a root that OpenSSL reads as a certificate authority', () => {
    const soft = createSoftAuthenticator({ attestation: 'packed-certified' });
    const root = new X509Certificate(soft.attestationRoot());
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(root.subject).toContain('CN=Latchkey Software Authenticator Root');
  });
});
