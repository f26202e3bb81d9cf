import type { AttestationFormat } from './attestation-format.ts';
import { none } from './none.ts';
import { packed } from './packed.ts';

const table: readonly AttestationFormat[] = [none, packed];

/** Every format that can be verified, by its identifier. A new one is one value and one line above. */
export const attestationFormats: ReadonlyMap<string, AttestationFormat> = new Map(
  table.map((format) => [format.id, format]),
);
