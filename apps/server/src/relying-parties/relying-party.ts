import { defineProblems, type FieldError } from '@latchkey/kernel';
import { isRelyingPartyId } from './relying-party-id.ts';
import { faultOfEndpoint, faultOfOrigin, faultOfRelatedOrigin } from './restricted-origin.ts';

/** Who passkeys are for: a domain and the origins that may ask for them (WebAuthn L3 section 5.1.2). */
export type RelyingParty = {
  readonly id: string;
  readonly relyingPartyId: string;
  /** The configuration's name, which browsers show as `rp.name`. */
  readonly name: string;
  /** Exact origins; empty means the relying party's own domain. */
  readonly restrictedOrigins: readonly string[];
  /** Origins of other domains, which browsers ask about at /.well-known/webauthn. */
  readonly relatedOrigins: readonly string[];
  readonly enrollUrl: string | null;
  readonly manageUrl: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
};

/** What a caller says of a relying party. */
export type RelyingPartyInput = Pick<
  RelyingParty,
  'relyingPartyId' | 'name' | 'restrictedOrigins' | 'relatedOrigins' | 'enrollUrl' | 'manageUrl'
>;

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
    ? faultsOf(input)
    : [{ pointer: '/relyingPartyId', detail: 'Give a lower-case domain such as example.com, or localhost.' }];
  if (errors.length > 0) throw relyingPartyProblems.create('relying-party.invalid', { errors });
}

function faultsOf(input: RelyingPartyInput): readonly FieldError[] {
  const { relyingPartyId: rpId, restrictedOrigins, relatedOrigins } = input;
  return [
    ...restrictedOrigins.flatMap((one, at) => fault(`/restrictedOrigins/${at}`, faultOfOrigin(one, rpId))),
    ...relatedOrigins.flatMap((one, at) => fault(`/relatedOrigins/${at}`, faultOfRelatedOrigin(one, rpId))),
    ...(['enrollUrl', 'manageUrl'] as const).flatMap((name) =>
      fault(`/${name}`, faultOfEndpoint(input[name], rpId)),
    ),
  ];
}

const fault = (pointer: string, detail: string | undefined): readonly FieldError[] =>
  detail === undefined ? [] : [{ pointer, detail }];
