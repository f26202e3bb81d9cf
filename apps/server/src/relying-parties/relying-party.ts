import { defineProblems, type FieldError } from '@latchkey/kernel';
import { isRelyingPartyId } from './relying-party-id.ts';
import { faultOfOrigin } from './restricted-origin.ts';

/** Who passkeys are for: a domain and the origins that may ask for them (WebAuthn L3 section 5.1.2). */
export type RelyingParty = {
  readonly id: string;
  readonly relyingPartyId: string;
  /** The configuration's name, which browsers show as `rp.name`. */
  readonly name: string;
  /** Exact origins; empty means the relying party's own domain. */
  readonly restrictedOrigins: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
};

/** What a caller says of a relying party. */
export type RelyingPartyInput = Pick<RelyingParty, 'relyingPartyId' | 'name' | 'restrictedOrigins'>;

export const relyingPartyProblems = defineProblems({
  'relying-party.not-found': { title: 'There is no such relying party.', status: 404 },
  'relying-party.invalid': { title: 'The relying party is not as described.', status: 400 },
  'relying-party.id-not-unique': {
    title: 'The store already has a relying party with this id.',
    status: 409,
  },
  'relying-party.in-use': { title: 'The relying party still has passkeys.', status: 409 },
});

/** Throws `relying-party.invalid` with every fault beside its field. */
export function requireValidRelyingParty(input: RelyingPartyInput): void {
  const errors = isRelyingPartyId(input.relyingPartyId)
    ? input.restrictedOrigins.flatMap((origin, at) => faultsOf(origin, at, input.relyingPartyId))
    : [{ pointer: '/relyingPartyId', detail: 'Give a lower-case domain such as example.com, or localhost.' }];
  if (errors.length > 0) throw relyingPartyProblems.create('relying-party.invalid', { errors });
}

function faultsOf(origin: string, at: number, relyingPartyId: string): readonly FieldError[] {
  const detail = faultOfOrigin(origin, relyingPartyId);
  return detail === undefined ? [] : [{ pointer: `/restrictedOrigins/${at}`, detail }];
}
