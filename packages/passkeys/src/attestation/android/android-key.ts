import type { Certificate } from '../../certificates/read-certificate.ts';
import { ensure, ensured } from '../../fault.ts';
import {
  ensureSignedWith,
  readAttestationCertificates,
  statementAlgorithm,
} from '../attestation-certificates.ts';
import type { AttestationFormat, AttestationInput, KeyProtection } from '../attestation-format.ts';
import { attestedData } from '../attested-data.ts';
import { ensureCertifiedKey } from '../certified-key.ts';
import { bytesMember, statementMembers } from '../statement-members.ts';
import { type AuthorizationList, type KeyDescription, readKeyDescription } from './read-key-description.ts';

/** The extension that describes the key. */
const keyDescriptionExtension = '1.3.6.1.4.1.11129.2.1.17';

/** KM_ORIGIN_GENERATED and KM_PURPOSE_SIGN. */
const generated = 0;
const sign = 2;
const softwareLevel = 0;

/** Where the key lives, by its security level. */
const protections: readonly KeyProtection[] = ['software', 'trusted-environment', 'strongbox'];

/** The format of Android's key store (WebAuthn L3 section 8.4): a certificate for the credential key itself. */
export const androidKey: AttestationFormat = {
  id: 'android-key',
  verify: (input) => {
    const statement = statementMembers(input.statement, ['alg', 'sig', 'x5c']);
    const alg = statement.get('alg');
    // The credential's own algorithm was offered, whatever its age.
    const algorithm = statementAlgorithm(alg, alg === input.publicKey.algorithm.id);
    const path = readAttestationCertificates(statement.get('x5c'));
    ensureSignedWith(path[0], algorithm, attestedData(input), bytesMember(statement, 'sig'));
    ensureCertifiedKey(path[0], input);
    ensureOneDescription(path);
    const description = descriptionOf(path[0]);
    ensureDescription(description, input);
    const keyProtection = ensured(
      protections[description.securityLevel],
      'The security level of the key is unknown.',
    );
    return { kind: 'certified', type: 'basic', path, keyProtection, modelProof: 'platform' };
  },
};

/** A key that is itself attested could otherwise pass for an issuer. */
function ensureOneDescription([, ...issuers]: readonly Certificate[]): void {
  ensure(
    !issuers.some(({ extensions }) => extensions.has(keyDescriptionExtension)),
    'An issuer is itself an attested key.',
  );
}

function descriptionOf(certificate: Certificate): KeyDescription {
  const extension = certificate.extensions.get(keyDescriptionExtension);
  return readKeyDescription(ensured(extension, 'The certificate does not describe the key.').value);
}

/**
 * The union of both lists counts: a relying party that wants hardware looks at where the key lives. Hardware always
 * names origin and purposes; software that describes a key may be silent, as in the specification's own vector.
 */
function ensureDescription(description: KeyDescription, { clientDataHash }: AttestationInput): void {
  const lists: readonly AuthorizationList[] = [description.softwareEnforced, description.hardwareEnforced];
  const origins = lists.flatMap(({ origin }) => origin ?? []);
  const purposes = lists.flatMap((list) => list.purposes);
  const maySilent = description.securityLevel === softwareLevel;
  ensure(
    Buffer.compare(description.attestationChallenge, clientDataHash) === 0,
    'The challenge of the certificate is not that of this registration.',
  );
  ensure(!lists.some((list) => list.hasAllApplications), 'The key is for all applications.');
  ensure(
    origins.every((origin) => origin === generated) && (maySilent || origins.length > 0),
    'The key was not generated on the device.',
  );
  ensure(purposes.includes(sign) || (maySilent && purposes.length === 0), 'The key is not for signatures.');
}
