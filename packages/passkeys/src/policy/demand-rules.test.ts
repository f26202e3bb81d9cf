import { describe, expect, test } from 'vitest';
import { checkRegistrationPolicy } from './check-registration-policy.ts';
import { defaultRegistrationPolicy, type RegistrationPolicy } from './registration-policy.ts';

const faultsOf = (some: Partial<RegistrationPolicy>) =>
  checkRegistrationPolicy({ ...defaultRegistrationPolicy, name: 'any', ...some }).map(
    ({ pointer }) => pointer,
  );
const model = '00000000-0000-0000-0000-000000000001';

describe('a policy that nobody can satisfy is refused with the field', () => {
  test.each<[string, Partial<RegistrationPolicy>]>([
    ['/allowedModels', { allowedModels: [model] }],
    ['/keyProtections', { keyProtections: ['hardware'] }],
    ['/userVerificationMethods', { userVerificationMethods: ['fingerprint_internal'] }],
    ['/minimumCertification', { minimumCertification: 'L1' }],
    ['/attestationFormats', { attestationFormats: ['tpm'] }],
    ['/attestationFormats', { attestation: 'direct', attestationFormats: ['none'] }],
    ['/attestationFormats', { attestation: 'direct', attestationFormats: ['android-safetynet'] }],
    ['/attestationTypes', { attestationTypes: ['basic'] }],
    ['/attestationTypes', { attestation: 'enterprise', attestationTypes: ['self'] }],
    [
      '/attestationTypes',
      { attestation: 'direct', requireTrustAnchor: true, attestationTypes: ['basic-unanchored'] },
    ],
    ['/allowedModels', { attestation: 'direct', allowedModels: [model], deniedModels: [model] }],
    ['/leastPinLength', { leastPinLength: 6, attachment: 'platform' }],
    ['/largeBlob', { largeBlob: 'required', residentKey: 'discouraged' }],
    ['/conditionalCreate', { conditionalCreate: true, userVerification: 'required' }],
    ['/conditionalCreate', { conditionalCreate: true, attachment: 'cross-platform' }],
    ['/conditionalCreate', { conditionalCreate: true, residentKey: 'discouraged' }],
    ['/leastChallengeBytes', { leastChallengeBytes: 32 }],
    ['/topOrigins/1', { topOrigins: ['https://a.test', 'http://b.test'] }],
  ])('%s of %o', (pointer, some) => {
    expect(faultsOf(some)).toContain(pointer);
  });

  test.each<[string, Partial<RegistrationPolicy>]>([
    ['what is denied only by name', { deniedModels: [model] }],
    [
      'models with an attestation',
      { attestation: 'direct', allowedModels: [model], minimumCertification: 'L2' },
    ],
    [
      'self attestation without asking for one',
      { attestationTypes: ['self', 'none'], attestationFormats: ['packed'] },
    ],
    ['conditional create', { conditionalCreate: true, topOrigins: ['https://a.test'] }],
    ['a longer challenge from outside', { allowExternalChallenge: true, leastChallengeBytes: 32 }],
  ])('but not %s', (_name, some) => {
    expect(faultsOf(some)).toEqual([]);
  });
});
