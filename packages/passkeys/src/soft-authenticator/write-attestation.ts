import type { CborMap, CborValue } from '../cbor/cbor-value.ts';
import { encodeCbor } from '../cbor/encode-cbor.ts';
import type { Algorithm } from '../cose/algorithms.ts';
import {
  attestationStatements,
  compoundParts,
  type Signing,
  type SoftAttestation,
} from './attestation-statements.ts';

/** Writes an attestation object (WebAuthn L3 section 6.5.4), with the faults that were asked for. */
export function writeAttestation(attestation: SoftAttestation, signing: Signing): Uint8Array {
  const { format, statement } = written(attestation, signing);
  const object = new Map<string, CborValue>([
    ['fmt', format],
    ['attStmt', statement],
    ['authData', signing.authenticatorData],
  ]);
  const bytes = encodeCbor(object);
  return signing.alter.attestationObject?.(bytes) ?? bytes;
}

/** Whether an attestation can be about a key of that algorithm. */
export function canAttest(attestation: SoftAttestation, algorithm: Algorithm): boolean {
  const parts = attestation === 'compound' ? compoundParts : [attestation];
  return parts.every((part) => attestationStatements[part].attests?.(algorithm) ?? true);
}

function written(
  attestation: SoftAttestation,
  signing: Signing,
): { readonly format: string; readonly statement: CborValue } {
  if (attestation !== 'compound') return single(attestation, signing);
  const parts = compoundParts.map((part) => {
    const { format, statement } = single(part, signing);
    return new Map<string, CborValue>([
      ['fmt', format],
      ['attStmt', statement],
    ]);
  });
  return { format: 'compound', statement: signing.alter.parts?.(parts) ?? parts };
}

function single(
  attestation: Exclude<SoftAttestation, 'compound'>,
  signing: Signing,
): { readonly format: string; readonly statement: CborMap } {
  const { format, write } = attestationStatements[attestation];
  const statement = write(signing);
  return { format, statement: signing.alter.statement?.(statement) ?? statement };
}
