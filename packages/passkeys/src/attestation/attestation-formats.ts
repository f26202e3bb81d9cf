import { ensure, ensured } from '../fault.ts';
import { androidKey } from './android/android-key.ts';
import { androidSafetynet } from './android/android-safetynet.ts';
import { apple } from './apple.ts';
import type { AttestationFormat } from './attestation-format.ts';
import { compoundOf } from './compound.ts';
import { fidoU2f } from './fido-u2f.ts';
import { none } from './none.ts';
import { packed } from './packed.ts';
import { tpm } from './tpm/tpm.ts';

const table: readonly AttestationFormat[] = [none, packed, tpm, androidKey, androidSafetynet, apple, fidoU2f];

/** Every format that can be verified, by its identifier. A new one is one value and one line above. */
export const attestationFormats: ReadonlyMap<string, AttestationFormat> = new Map(
  [...table, compoundOf(table)].map((format) => [format.id, format]),
);

/** The format of that identifier. Throws a Fault when there is none, or one that counts only in a legacy profile. */
export function attestationFormatOf(id: string, isLegacyAllowed = false): AttestationFormat {
  const format = ensured(attestationFormats.get(id), `The format ${JSON.stringify(id)} is not supported.`);
  ensure(!format.isLegacy || isLegacyAllowed, `The format ${id} counts only in a legacy profile.`);
  return format;
}
