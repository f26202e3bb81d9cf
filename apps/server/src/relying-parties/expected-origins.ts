import type { RelyingParty } from './relying-party.ts';
import { isWithinRelyingParty } from './relying-party-id.ts';

/** What decides the origins of a ceremony: configuration alone, never a request. */
export type OriginFacts = {
  readonly rpId: string;
  readonly restrictedOrigins: readonly string[];
  readonly relatedOrigins: readonly string[];
  /** The origin at which people see this platform. */
  readonly publicOrigin: string;
};

/**
 * The exact origins that a ceremony may come from: the restricted ones if any are given, else the relying party's
 * own domain and the platform's origin where that lies within it; and the related ones.
 */
export const expectedOrigins = (facts: OriginFacts): readonly string[] => [
  ...(facts.restrictedOrigins.length > 0 ? facts.restrictedOrigins : ownOrigins(facts)),
  ...facts.relatedOrigins,
];

/** The origins of a relying party that restricts none. */
export function ownOrigins({
  rpId,
  publicOrigin,
}: Pick<OriginFacts, 'rpId' | 'publicOrigin'>): readonly string[] {
  const own = `https://${rpId}`;
  const isOurs = publicOrigin !== own && isWithinRelyingParty(new URL(publicOrigin).hostname, rpId);
  return isOurs ? [own, publicOrigin] : [own];
}

/** The same of a relying party as it is kept. */
export const originsOf = (
  {
    relyingPartyId,
    ...origins
  }: Pick<RelyingParty, 'relyingPartyId' | 'restrictedOrigins' | 'relatedOrigins'>,
  publicOrigin: string,
): readonly string[] => expectedOrigins({ rpId: relyingPartyId, ...origins, publicOrigin });
