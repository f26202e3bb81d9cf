import { isCborMap } from '../cbor/cbor-value.ts';
import { ensure } from '../fault.ts';
import type { AttestationFormat } from './attestation-format.ts';

/** No attestation: the statement is an empty map (WebAuthn L3 section 8.7). */
export const none: AttestationFormat = {
  id: 'none',
  verify: ({ statement }) => {
    ensure(isCborMap(statement) && statement.size === 0, 'The statement of the format none is not empty.');
    return { kind: 'none' };
  },
};
