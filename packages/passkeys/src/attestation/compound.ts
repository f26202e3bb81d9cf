import { type CborValue, isCborArray, isCborMap } from '../cbor/cbor-value.ts';
import { ensure, ensured } from '../fault.ts';
import type { AttestationFormat, AttestationInput, AttestationVerdict } from './attestation-format.ts';

const minParts = 2;
const maxParts = 8;

/**
 * Several statements about one credential (WebAuthn L3 section 8.9): two or more, none of them compound. The
 * specification lets a relying party be content with some; here every one must be correct.
 */
export function compoundOf(formats: readonly AttestationFormat[]): AttestationFormat {
  const known = new Map(formats.map((format) => [format.id, format]));
  return {
    id: 'compound',
    verify: (input) => {
      const { statement } = input;
      ensure(isCborArray(statement), 'A compound statement is not a list.');
      ensure(
        statement.length >= minParts && statement.length <= maxParts,
        `A compound statement does not hold ${minParts} to ${maxParts} statements.`,
      );
      return { kind: 'compound', parts: statement.map((part) => verifyPart(part, input, known)) };
    },
  };
}

function verifyPart(
  part: CborValue,
  input: AttestationInput,
  known: ReadonlyMap<string, AttestationFormat>,
): AttestationVerdict {
  ensure(isCborMap(part) && part.size === 2, 'A part of a compound statement is not fmt and attStmt.');
  const id = part.get('fmt');
  ensure(typeof id === 'string', 'A part of a compound statement names no format.');
  const format = ensured(known.get(id), 'A part of a compound statement has an unsupported format.');
  ensure(!format.isLegacy || input.isLegacyAllowed, `The format ${id} counts only in a legacy profile.`);
  const statement = ensured(part.get('attStmt'), 'A part of a compound statement has no attStmt.');
  return format.verify({ ...input, statement });
}
