import type { CborKey, CborMap, CborValue } from '../cbor/cbor-value.ts';
import type { AttestationAuthority } from './attestation-authority.ts';
import type { KeyPair } from './key-pair.ts';
import { signWith } from './sign-with.ts';

/** How the software authenticator attests. */
export type SoftAttestation = 'none' | 'packed-self' | 'packed-certified';

type Signing = {
  readonly keys: KeyPair;
  readonly authority: () => AttestationAuthority;
  /** Authenticator data and the hash of the client data. */
  readonly signed: Uint8Array;
};

type Statement = { readonly format: string; readonly write: (signing: Signing) => CborMap };

/** Every attestation that can be written. */
export const attestationStatements: Readonly<Record<SoftAttestation, Statement>> = {
  none: { format: 'none', write: () => new Map() },
  'packed-self': {
    format: 'packed',
    write: ({ keys, signed }) =>
      new Map<CborKey, CborValue>([
        ['alg', keys.algorithm.id],
        ['sig', signWith(keys, signed)],
      ]),
  },
  'packed-certified': {
    format: 'packed',
    write: ({ authority, signed }) => {
      const { keys, certificates } = authority();
      return new Map<CborKey, CborValue>([
        ['alg', keys.algorithm.id],
        ['sig', signWith(keys, signed)],
        ['x5c', certificates],
      ]);
    },
  },
};
