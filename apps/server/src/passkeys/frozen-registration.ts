import type { RegistrationPolicy } from '@latchkey/passkeys';

/**
 * What a registration is decided by, as it was when it started. Kept with the session as plain JSON; options and
 * expectations are computed from it, so that what the browser got and what is checked later cannot differ.
 */
export type FrozenRegistration = {
  readonly relyingParty: {
    readonly rpId: string;
    readonly name: string;
    readonly restrictedOrigins: readonly string[];
    readonly relatedOrigins: readonly string[];
  };
  /** The platform's own origin at that time. */
  readonly publicOrigin: string;
  readonly policy: RegistrationPolicy & { readonly version: number };
  readonly user: { readonly id: string; readonly externalId: string };
  /** The user handle in hexadecimal, as PostgreSQL writes bytes into JSON. */
  readonly handle: string;
  readonly exclude: readonly { readonly id: string; readonly transports: readonly string[] }[];
};

/** The names that an authenticator shows beside a passkey. */
export type PasskeyNames = { readonly userName: string; readonly userDisplayName: string };
