import { describe, expect, test } from 'vitest';
import { startedRegistration } from '../../test/started-registration.ts';

describe('registration options', () => {
  test('hold every member of the example in the guide, and what browsers need beside', () => {
    const { clientRequest } = startedRegistration({
      attachment: 'platform',
      timeoutMs: 30_000,
      credentialProtection: 'userVerificationOptional',
    });
    const selection = {
      authenticatorAttachment: 'platform',
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: 'preferred',
    };
    expect(clientRequest).toEqual({
      rp: { name: 'Example', id: 'example.test' },
      user: { id: Buffer.alloc(16, 7).toString('base64url'), name: 'john', displayName: 'John Doe' },
      challenge: Buffer.alloc(64, 9).toString('base64url'),
      pubKeyCredParams: [
        { type: 'public-key', alg: -8 },
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 30_000,
      excludeCredentials: [],
      authenticatorSelection: selection,
      authenticatorSelectionCriteria: selection,
      hints: [],
      attestation: 'none',
      extensions: { credProps: true, credentialProtectionPolicy: 'userVerificationOptional' },
    });
  });

  test('freeze with the expectations everything that the policy asks', () => {
    const { expectations } = startedRegistration({
      attachment: 'cross-platform',
      residentKey: 'required',
      userVerification: 'required',
      attestation: 'direct',
      requireTrustAnchor: true,
      legacyAttestation: true,
      algorithms: [-7],
      credentialProtection: 'userVerificationRequired',
      enforceCredentialProtection: true,
    });
    expect(expectations).toEqual({
      challenge: Buffer.alloc(64, 9).toString('base64url'),
      origins: ['https://login.example.test'],
      topOrigins: [],
      rpId: 'example.test',
      algorithms: [-7],
      userVerification: 'required',
      userPresence: true,
      attestation: 'direct',
      requireTrustAnchor: true,
      legacyAttestation: true,
      residentKey: 'required',
      attachment: 'cross-platform',
      credentialProtection: 'userVerificationRequired',
      enforceCredentialProtection: true,
    });
  });

  test('require a resident key by both names, and leave out extensions that nobody asked for', () => {
    const { clientRequest } = startedRegistration({ residentKey: 'required', credProps: false });
    expect(clientRequest.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      requireResidentKey: true,
    });
    expect(clientRequest.authenticatorSelection).not.toHaveProperty('authenticatorAttachment');
    expect(clientRequest.extensions).toEqual({});
  });
});
