/** What TypeScript's library does not know yet: the browser's Trusted Types, as far as the Backoffice needs them. */
type Rules = {
  /** Answers `null` for a text that the browser must refuse. */
  readonly createHTML?: (text: string) => string | null;
  readonly createScriptURL?: (address: string) => string | null;
};

type Policy = { readonly createHTML: (text: string) => string };

type TrustedTypes = { readonly createPolicy: (name: string, rules: Rules) => Policy };

/** Absent in browsers that do not know them; there everything goes as it always went. */
export const trustedTypes = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
