import { hash } from 'node:crypto';
import type { CborKey, CborMap, CborValue } from '../cbor/cbor-value.ts';
import type { Algorithm } from '../cose/algorithms.ts';
import { type CertificateHierarchy, modelName } from './attestation-authority.ts';
import type { ModelAttestation } from './attestation-models.ts';
import { appleNonceExtension, keyDescriptionExtension } from './extension-values.ts';
import type { KeyPair } from './key-pair.ts';
import { signJws } from './sign-jws.ts';
import { signWith } from './sign-with.ts';
import type { Alterations } from './soft-authenticator-options.ts';
import { writeCertifyInfo, writePublicArea } from './tpm-structures.ts';

/** How the software authenticator attests. */
export type SoftAttestation =
  | 'none'
  | 'packed-self'
  | 'packed-certified'
  | 'packed-enterprise'
  | 'tpm'
  | 'android-key'
  | 'android-safetynet'
  | 'apple'
  | 'fido-u2f'
  | 'compound';

/** What an attestation is made of. */
export type Signing = {
  readonly keys: KeyPair;
  /** The key as it is attested, with the faults that were put in. */
  readonly coseKey: CborMap;
  readonly credentialId: Uint8Array;
  readonly authenticatorData: Uint8Array;
  readonly clientDataHash: Uint8Array;
  /** Milliseconds since the epoch, by the device's clock. */
  readonly now: number;
  readonly attestor: (model: ModelAttestation) => {
    readonly keys: KeyPair;
    readonly certificates: readonly Uint8Array[];
  };
  readonly hierarchy: CertificateHierarchy;
  readonly alter: Alterations;
};

type Statement = {
  readonly format: string;
  readonly write: (signing: Signing) => CborMap;
  /** Which credential keys it can attest; all without it. */
  readonly attests?: (algorithm: Algorithm) => boolean;
};

const map = (...entries: [CborKey, CborValue][]): CborMap => new Map(entries);

/** Authenticator data and the hash of the client data. */
const signedBy = ({ authenticatorData, clientDataHash }: Signing): Uint8Array =>
  Buffer.concat([authenticatorData, clientDataHash]);

const packedBy =
  (model: ModelAttestation) =>
  (signing: Signing): CborMap => {
    const { keys, certificates } = signing.attestor(model);
    const sig = signWith(keys, signedBy(signing));
    return map(['alg', keys.algorithm.id], ['sig', sig], ['x5c', certificates]);
  };

/** Every attestation that is one statement. */
export const attestationStatements: Readonly<Record<Exclude<SoftAttestation, 'compound'>, Statement>> = {
  none: { format: 'none', write: () => new Map() },
  'packed-self': {
    format: 'packed',
    write: (signing) =>
      map(['alg', signing.keys.algorithm.id], ['sig', signWith(signing.keys, signedBy(signing))]),
  },
  'packed-certified': { format: 'packed', write: packedBy('packed-certified') },
  'packed-enterprise': { format: 'packed', write: packedBy('packed-enterprise') },
  tpm: { format: 'tpm', write: tpmStatement, attests: isForTpm },
  'android-key': { format: 'android-key', write: androidKeyStatement },
  'android-safetynet': { format: 'android-safetynet', write: safetynetStatement },
  apple: { format: 'apple', write: appleStatement },
  'fido-u2f': { format: 'fido-u2f', write: u2fStatement, attests: ({ id }) => id === -7 },
};

/** The statements of a compound attestation. */
export const compoundParts = ['packed-certified', 'android-key'] as const;

function isForTpm({ keyType, curve }: Algorithm): boolean {
  return keyType === 3 || (keyType === 2 && curve !== undefined && curve.id <= 3);
}

function tpmStatement(signing: Signing): CborMap {
  const { alter, coseKey } = signing;
  const { keys, certificates } = signing.attestor('tpm');
  const extraData = hash(keys.algorithm.digest ?? 'sha256', signedBy(signing), 'buffer');
  const written = writePublicArea(coseKey);
  const pubArea = alter.pubArea?.(written) ?? written;
  const certified = writeCertifyInfo(pubArea, extraData);
  const certInfo = alter.certInfo?.(certified) ?? certified;
  return map(
    ['ver', '2.0'],
    ['alg', keys.algorithm.id],
    ['x5c', certificates],
    ['sig', signWith(keys, certInfo)],
    ['certInfo', certInfo],
    ['pubArea', pubArea],
  );
}

function androidKeyStatement(signing: Signing): CborMap {
  const { keys, hierarchy, alter } = signing;
  const described = {
    challenge: signing.clientDataHash,
    securityLevel: 1,
    softwareEnforced: {},
    hardwareEnforced: { purposes: [2, 3], origin: 0 },
  };
  const x5c = hierarchy.issue(
    {
      publicKey: keys.publicKey,
      subject: [['2.5.4.3', 'Android Keystore Key']],
      extensions: [keyDescriptionExtension(alter.keyDescription?.(described) ?? described)],
      isAlone: false,
    },
    alter,
  );
  return map(['alg', keys.algorithm.id], ['sig', signWith(keys, signedBy(signing))], ['x5c', x5c]);
}

function appleStatement(signing: Signing): CborMap {
  const nonce = hash('sha256', signedBy(signing), 'buffer');
  const x5c = signing.hierarchy.issue(
    {
      publicKey: signing.keys.publicKey,
      subject: modelName('Software Authenticator', 'Latchkey Software Enclave'),
      extensions: [appleNonceExtension(signing.alter.nonce?.(nonce) ?? nonce)],
      isAlone: false,
    },
    signing.alter,
  );
  return map(['x5c', x5c]);
}

function safetynetStatement(signing: Signing): CborMap {
  const { keys, certificates } = signing.attestor('android-safetynet');
  const payload = {
    nonce: hash('sha256', signedBy(signing), 'base64'),
    timestampMs: signing.now,
    apkPackageName: 'com.google.android.gms',
    ctsProfileMatch: true,
    basicIntegrity: true,
  };
  const jws = signJws(signing.alter.safetynet?.(payload) ?? payload, keys, certificates);
  return map(['ver', '1'], ['response', new Uint8Array(Buffer.from(jws))]);
}

/** FIDO U2F Raw Message Formats section 4.3. */
function u2fStatement(signing: Signing): CborMap {
  const { keys, certificates } = signing.attestor('fido-u2f');
  const coordinate = (label: number): Uint8Array => {
    const value = signing.coseKey.get(label);
    return value instanceof Uint8Array ? value : new Uint8Array();
  };
  const signed = Buffer.concat([
    Buffer.from([0x00]),
    signing.authenticatorData.subarray(0, 32),
    signing.clientDataHash,
    signing.credentialId,
    Buffer.from([0x04]),
    coordinate(-2),
    coordinate(-3),
  ]);
  return map(['sig', signWith(keys, signed)], ['x5c', certificates]);
}
