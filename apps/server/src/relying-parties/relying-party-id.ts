const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domain = new RegExp(`^(?:${label}\\.)+${label}$`);

/**
 * Whether a text may be a relying party id: a valid lower-case domain of two labels or more, or `localhost`
 * (WebAuthn L3 section 4, "Relying Party Identifier"). Addresses end in a number, which no top-level domain does.
 */
export function isRelyingPartyId(text: string): boolean {
  if (text === 'localhost') return true;
  return text.length <= 253 && domain.test(text) && !/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(text);
}

/** Whether a host equals the relying party id or lies under it. */
export const isWithinRelyingParty = (host: string, relyingPartyId: string): boolean =>
  host === relyingPartyId || host.endsWith(`.${relyingPartyId}`);
