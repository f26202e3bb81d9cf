/**
 * The headers of every page. The policy admits nothing but the page's own style and module (by nonce), requests to its
 * own server, and one Trusted Types policy, `latchkey`, which the module makes once and gives to nobody.
 * `frameSource` is the one address that a frame in the page may have: that of a Custom Page.
 * `frameAncestors` is the tenant's list of sites that may embed the page; none by default.
 */
export function securityHeaders(
  nonce: string,
  frameAncestors: readonly string[] = [],
  frameSource?: string,
): Readonly<Record<string, string>> {
  return Object.freeze({
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      ...(frameSource === undefined ? [] : [`frame-src ${frameSource}`]),
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${frameAncestors.join(' ') || "'none'"}`,
      "require-trusted-types-for 'script'",
      'trusted-types latchkey',
    ].join('; '),
    'permissions-policy': 'publickey-credentials-create=(self), publickey-credentials-get=(self)',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
}
