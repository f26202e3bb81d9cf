import { type LeafRequest, modelName } from './attestation-authority.ts';
import {
  aaguidExtension,
  hostExtension,
  keyPurposeExtension,
  serialNumberExtension,
  tpmNameExtension,
} from './extension-values.ts';

/** The attestations that one certificate of the model signs, for every credential the same. */
export type ModelAttestation =
  | 'packed-certified'
  | 'packed-enterprise'
  | 'tpm'
  | 'android-safetynet'
  | 'fido-u2f';

/** What the certificate of a model says, by the attestation. */
export const attestationModels: Readonly<
  Record<ModelAttestation, (aaguid: Uint8Array) => Omit<LeafRequest, 'publicKey'>>
> = {
  'packed-certified': (aaguid) => ({
    subject: modelName('Authenticator Attestation', 'Latchkey Software Authenticator'),
    extensions: [aaguidExtension(aaguid)],
    isAlone: true,
  }),
  'packed-enterprise': (aaguid) => ({
    subject: modelName('Authenticator Attestation', 'Latchkey Software Authenticator'),
    extensions: [aaguidExtension(aaguid), serialNumberExtension(Buffer.from('LK-000001'))],
    isAlone: false,
  }),
  tpm: (aaguid) => ({
    subject: [],
    extensions: [
      tpmNameExtension([
        ['2.23.133.2.1', 'id:FFFFF1D0'],
        ['2.23.133.2.2', 'Latchkey Software TPM'],
        ['2.23.133.2.3', 'id:00020000'],
      ]),
      keyPurposeExtension('2.23.133.8.3'),
      aaguidExtension(aaguid),
    ],
    isAlone: false,
  }),
  'android-safetynet': () => ({
    subject: modelName('Software Authenticator', 'attest.android.com'),
    extensions: [hostExtension('attest.android.com'), keyPurposeExtension('1.3.6.1.5.5.7.3.1')],
    isAlone: false,
  }),
  'fido-u2f': () => ({
    subject: modelName('Authenticator Attestation', 'Latchkey Software U2F'),
    extensions: [],
    isAlone: true,
  }),
};
