const text = (length: number): string => 'x'.repeat(length);

/** A start's answer and frozen facts, of the size that ours have. */
export const startedExample = Object.freeze({
  clientRequest: {
    rp: { name: 'passkeyConfig', id: 'localhost' },
    user: { id: text(43), name: text(26), displayName: text(26) },
    challenge: text(86),
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: 300_000,
    excludeCredentials: [],
    authenticatorSelection: {
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: 'preferred',
    },
    authenticatorSelectionCriteria: {
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: 'preferred',
    },
    hints: [],
    attestation: 'none',
    extensions: { credProps: true },
  },
  frozen: {
    user: { id: text(26), externalId: text(26) },
    handle: text(64),
    policy: {
      name: 'policy1',
      hints: [],
      version: 1,
      credProps: true,
      timeoutMs: 300_000,
      algorithms: [-8, -7, -257],
      attachment: null,
      attestation: 'none',
      residentKey: 'preferred',
      userVerification: 'preferred',
      credentialProtection: null,
      allowExternalChallenge: false,
      enforceCredentialProtection: false,
    },
    exclude: [],
    publicOrigin: 'http://localhost:3000',
    relyingParty: { name: 'passkeyConfig', rpId: 'localhost', restrictedOrigins: [] },
  },
});

/** A completed passkey's answer, of the size that ours have. */
export const completedExample = Object.freeze({
  id: text(26),
  userId: text(26),
  relyingPartyId: 'localhost',
  name: 'Passkey on this device, 2026-05-04',
  status: 'ACTIVE',
  credentialId: text(43),
  publicKey: text(103),
  algorithm: -7,
  signCount: 0,
  userVerified: true,
  backupEligible: false,
  backedUp: false,
  aaguid: '00000000-0000-0000-0000-000000000000',
  aaguidVerified: false,
  attestationFormat: 'none',
  attestationType: 'none',
  origin: 'http://localhost:3000',
  hints: { transports: ['internal'], attachment: 'platform', discoverable: true },
  createdDtm: '2026-05-04T10:00:00.000Z',
  createdBy: 'API Key: bench',
  lastUpdatedDtm: '2026-05-04T10:00:00.000Z',
});
