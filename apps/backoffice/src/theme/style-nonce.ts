const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** The nonce that this page's policy asks of style elements. */
export const styleNonce = (): string => nonce;

/** Lets libraries that add style elements of their own (scroll locks) find the nonce where they look for it. */
export function allowLibraryStyles(): void {
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}
