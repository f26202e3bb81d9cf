import type { Certificate } from '../../certificates/read-certificate.ts';
import { ensure } from '../../fault.ts';
import { ensureAaguid } from '../aaguid-extension.ts';

/** tcg-kp-AIKCertificate. */
const aikKeyPurpose = '2.23.133.8.3';

/** What the subject alternative name says about the TPM (TPMv2-EK-Profile section 3.1.2), in the TCG's writing. */
const tpmAttributes: readonly (readonly [type: string, pattern: RegExp, sentence: string])[] = [
  ['2.23.133.2.1', /^id:[0-9A-F]{8}$/, 'The certificate does not name the manufacturer of the TPM.'],
  ['2.23.133.2.2', /^.*\S.*$/, 'The certificate does not name the model of the TPM.'],
  ['2.23.133.2.3', /^id:[0-9A-F]+$/i, 'The certificate does not name the version of the TPM.'],
];

/** Judges the certificate of an attestation identity key by WebAuthn L3 section 8.3.1. Throws a Fault. */
export function ensureAikCertificate(certificate: Certificate, aaguid: Uint8Array): void {
  ensure(certificate.version === 3, 'The attestation certificate is not of version 3.');
  ensure(certificate.subject.size === 0, 'The subject of the attestation certificate is not empty.');
  ensureTpmAttributes(certificate);
  ensure(
    certificate.extendedKeyUsage?.includes(aikKeyPurpose) === true,
    'The certificate is not for attestation identity keys.',
  );
  ensure(
    certificate.basicConstraints?.isCa === false,
    'The attestation certificate does not deny being a CA.',
  );
  ensureAaguid(certificate, aaguid);
}

function ensureTpmAttributes({ alternativeNames }: Certificate): void {
  for (const [type, pattern, sentence] of tpmAttributes) {
    const values = alternativeNames.directoryNames.flatMap((name) => name.attributes.get(type) ?? []);
    ensure(values.length === 1 && values.every((value) => pattern.test(value)), sentence);
  }
}
