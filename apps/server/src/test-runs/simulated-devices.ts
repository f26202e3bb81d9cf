import { toBase64url } from '@latchkey/kernel';
import type { ClientRequest } from '@latchkey/passkeys';
import { createSoftAuthenticator, type SoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import type { HeldPasskey } from './simulated-passkeys.sql.ts';
import type { StoredRun } from './test-run.ts';

type Run = Pick<StoredRun, 'id' | 'people' | 'steps'>;

/** The seed, by which a device and its passkey are found again, of somebody whom the run knew at its start. */
export const seedOfPerson = ({ id }: Pick<Run, 'id'>, externalId: string): string =>
  `${id}/person/${externalId}`;

/** The seed of the device that answers the next prompt. */
export const seedOfNextStep = ({ id, steps }: Pick<Run, 'id' | 'steps'>): string => `${id}/step/${steps + 1}`;

/** The device that holds a passkey; `undefined` when it is none of this run's simulated ones. */
export function deviceHolding(
  run: Run,
  rpId: string,
  passkey: HeldPasskey,
  userVerified = true,
): SoftAuthenticator | undefined {
  const { isBackupEligible: backupEligible, isBackedUp: backedUp } = passkey;
  const flags = { userVerified, backupEligible, backedUp };
  const seeds = [
    ...run.people.map(({ externalId }) => seedOfPerson(run, externalId)),
    ...Array.from({ length: run.steps }, (_, steps) => seedOfNextStep({ id: run.id, steps })),
  ];
  // The id is the first that a device draws, whatever its key is then: a quick key finds it.
  const seed = seeds.find((each) => idAfter(each, rpId) === toBase64url(passkey.credentialId));
  if (seed === undefined) return undefined;
  const device = createSoftAuthenticator({ seed, flags });
  device.createCredential(requestFor(rpId, passkey.algorithm, passkey.userHandle), { origin: '' });
  return device;
}

const quickAlgorithm = -8;

function idAfter(seed: string, rpId: string): string {
  const request = requestFor(rpId, quickAlgorithm, new Uint8Array(16));
  return createSoftAuthenticator({ seed }).createCredential(request, { origin: '' }).id;
}

/** The least that makes a device draw its first credential. */
const requestFor = (rpId: string, alg: number, handle: Uint8Array): ClientRequest => {
  const selection = {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  } as const;
  return {
    rp: { id: rpId, name: rpId },
    user: { id: toBase64url(handle), name: '', displayName: '' },
    challenge: '',
    pubKeyCredParams: [{ type: 'public-key', alg }],
    timeout: 0,
    excludeCredentials: [],
    authenticatorSelection: selection,
    authenticatorSelectionCriteria: selection,
    hints: [],
    attestation: 'none',
    extensions: {},
  };
};
