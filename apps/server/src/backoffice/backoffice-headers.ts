/**
 * The headers of the Backoffice's page. Scripts are files of ours; styles too, or elements with this answer's nonce,
 * which the component library makes. Pictures may also be data that the page itself made (QR codes, diagrams).
 * Of Trusted Types there are two policies: `default` judges what libraries write, `latchkey-inert` feeds documents in
 * which nothing runs.
 */
export const backofficeHeaders = (nonce: string, contentUrl = ''): Readonly<Record<string, string>> => ({
  ...fileHeaders,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    // The preview of a theme shows a font that is not stored yet.
    "font-src 'self' data:",
    "connect-src 'self'",
    // Previews: forms are our own, pages of tenants stand on the content host or wherever their address says.
    `frame-src 'self' ${contentUrl} https:`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default latchkey-inert',
  ].join('; '),
  'permissions-policy': 'publickey-credentials-create=(self), publickey-credentials-get=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
});

/** The headers of the files that it loads. */
export const fileHeaders: Readonly<Record<string, string>> = Object.freeze({
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
});
