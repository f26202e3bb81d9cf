import { isWithinRelyingParty } from './relying-party-id.ts';

/** What decides the origins of a ceremony: configuration alone, never a request. */
export type OriginFacts = {
  readonly rpId: string;
  readonly restrictedOrigins: readonly string[];
  /** The origin at which people see this platform. */
  readonly publicOrigin: string;
};

/**
 * The exact origins that a ceremony may come from: the restricted ones if any are given, else the relying party's
 * own domain and the platform's origin where that lies within it.
 */
export function expectedOrigins({ rpId, restrictedOrigins, publicOrigin }: OriginFacts): readonly string[] {
  if (restrictedOrigins.length > 0) return restrictedOrigins;
  const own = `https://${rpId}`;
  const isOurs = publicOrigin !== own && isWithinRelyingParty(new URL(publicOrigin).hostname, rpId);
  return isOurs ? [own, publicOrigin] : [own];
}
