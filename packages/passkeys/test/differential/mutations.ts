import { toBase64url } from '@latchkey/kernel';
import type { RegistrationExpectations } from '../../src/index.ts';
import { attestationObjects, authenticatorData, coseKeys, statements } from './cbor-mutations.ts';
import { clientData, encodings, innerMembers, outerMembers } from './json-mutations.ts';
import type { Mutation } from './mutation.ts';

function expectations(): Mutation[] {
  const asked: Readonly<Record<string, Partial<RegistrationExpectations>>> = {
    'another challenge': { challenge: toBase64url(new Uint8Array(64)) },
    'a challenge that begins alike': { challenge: 'CQkJCQkJ' },
    'another origin': { origins: ['https://other.test'] },
    'no origin': { origins: [] },
    'two origins': { origins: ['https://other.test', 'https://login.example.test'] },
    'another RP ID': { rpId: 'other.test' },
    'the RP ID in capitals': { rpId: 'EXAMPLE.TEST' },
    'no algorithm': { algorithms: [] },
    'another algorithm': { algorithms: [-36] },
    'user verification': { userVerification: 'required' },
    'a direct attestation': { attestation: 'direct' },
    'an indirect attestation': { attestation: 'indirect' },
    'a security key': { attachment: 'cross-platform' },
    'a resident key': { residentKey: 'required' },
    'credential protection': {
      credentialProtection: 'userVerificationRequired',
      enforceCredentialProtection: true,
    },
  };
  return Object.entries(asked).map(([name, change]) => ({ name: `asked: ${name}`, asked: change }));
}

/** Every mutation that an attestation may notice. */
export const attestationMutations: readonly Mutation[] = [
  { name: 'nothing' },
  ...authenticatorData(),
  ...statements(),
  ...attestationObjects(),
];

/** Every mutation, of every field, flag, length and encoding. */
export const mutations: readonly Mutation[] = [
  ...attestationMutations,
  ...coseKeys(),
  ...outerMembers(),
  ...innerMembers(),
  ...encodings(),
  ...clientData(),
  ...expectations(),
];
