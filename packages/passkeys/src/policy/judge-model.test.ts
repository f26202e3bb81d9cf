import { describe, expect, test } from 'vitest';
import type { MetadataEntry } from '../metadata/metadata-blob.ts';
import type { AuthenticatorDemands } from './authenticator-demands.ts';
import { judgeModel, type ModelFacts } from './judge-model.ts';

const aaguid = '00000000-0000-0000-0000-000000000001';
const proved: ModelFacts = {
  aaguid,
  aaguidVerified: true,
  attestationType: 'basic',
  attestationFormat: 'packed',
  algorithm: -7,
  trustPath: [],
};
const claimed = {
  ...proved,
  aaguidVerified: false,
  attestationType: 'none',
  attestationFormat: 'none',
} as const;
const entry: MetadataEntry = {
  aaguid,
  keyIdentifiers: [],
  statusReports: [{ status: 'FIDO_CERTIFIED_L2' }],
  anchors: [],
  attestationTypes: ['basic_full'],
  algorithms: [],
  keyProtection: ['hardware', 'secure_element'],
  userVerificationMethods: ['fingerprint_internal', 'passcode_external', 'presence_internal'],
};
const codes = (
  demands: AuthenticatorDemands,
  facts: ModelFacts = proved,
  known: MetadataEntry | null = entry,
) => judgeModel(demands, facts, known ?? undefined, 0).objections.map(({ code }) => code);

describe('a model is judged', () => {
  test.each<[string, AuthenticatorDemands]>([
    ['passkey.model-denied', { deniedModels: [aaguid] }],
    ['passkey.model-not-allowed', { allowedModels: ['00000000-0000-0000-0000-000000000002'] }],
    ['passkey.certification-too-low', { minimumCertification: 'L2plus' }],
    ['passkey.key-protection-not-allowed', { keyProtections: ['software', 'tee'] }],
    ['passkey.verification-method-not-allowed', { userVerificationMethods: ['fingerprint_internal'] }],
  ])('%s by %o', (code, demands) => {
    expect(codes(demands)).toEqual([code]);
  });

  test('and accepted when it meets every demand', () => {
    const demands: AuthenticatorDemands = {
      allowedModels: [aaguid],
      minimumCertification: 'L2',
      keyProtections: ['secure_element'],
      userVerificationMethods: ['fingerprint_internal', 'passcode_external'],
    };
    expect(codes(demands)).toEqual([]);
  });

  test('by a claim only where the claim speaks against it', () => {
    expect(codes({ deniedModels: [aaguid] }, claimed)).toEqual(['passkey.model-denied']);
    expect(codes({ allowedModels: [aaguid] }, claimed)).toEqual(['passkey.model-not-allowed']);
    expect(codes({ minimumCertification: 'L1' }, claimed)).toEqual(['passkey.certification-too-low']);
    expect(codes({}, claimed)).toEqual([]);
  });

  test('as unknown without metadata', () => {
    expect(codes({ minimumCertification: 'L1', keyProtections: ['hardware'] }, proved, null)).toEqual([
      'passkey.certification-too-low',
      'passkey.key-protection-not-allowed',
    ]);
  });

  test('and refused when it was revoked, unless that is only to be recorded', () => {
    const revoked = { ...entry, statusReports: [...entry.statusReports, { status: 'REVOKED' }] };
    expect(codes({}, proved, revoked)).toEqual(['passkey.model-revoked']);
    const recorded = judgeModel({ revokedModels: 'record', watchedModels: [aaguid] }, proved, revoked, 0);
    expect(recorded).toMatchObject({
      objections: [],
      findings: ['metadata.revoked', 'policy.model-watched'],
    });
  });
});
