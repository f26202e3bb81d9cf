/** Where a ceremony runs, as the browser sees it. */
export type CeremonyPlace = {
  readonly origin: string;
  /** The page that frames the ceremony from another origin; absent when none does. */
  readonly topOrigin?: string;
};

/** Writes client data in the order of WebAuthn L3 section 5.8.1.1. */
export function writeClientData(
  type: 'webauthn.create' | 'webauthn.get',
  challenge: string,
  { origin, topOrigin }: CeremonyPlace,
): string {
  return JSON.stringify({
    type,
    challenge,
    origin,
    crossOrigin: topOrigin !== undefined,
    ...(topOrigin !== undefined && { topOrigin }),
  });
}
