/** A key as it may lie in the database: encrypted, with the id of the key that did it. */
export type WrappedKey = { readonly keyId: string; readonly bytes: Uint8Array };

/**
 * Whoever holds the keys that encrypt keys, as a key management service offers it: they never leave it. `context` is
 * bound to what is wrapped.
 */
export type KeyWrapper = {
  /** The id of the key that wraps from now on. */
  readonly newest: string;
  readonly wrap: (key: Uint8Array, context: string) => Promise<WrappedKey>;
  /** `undefined` when it does not hold the key, or something else was wrapped in that context. */
  readonly unwrap: (wrapped: WrappedKey, context: string) => Promise<Uint8Array | undefined>;
};
