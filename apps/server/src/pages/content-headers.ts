import { pageScriptPath } from './inject-script.ts';

type Place = {
  /** The content host's origin. */
  readonly origin: string;
  /** The address below which all files of the version stand, with a slash at its end. */
  readonly base: string;
  /** Who may show the page in a frame. */
  readonly ancestors: readonly string[];
  /** The address to which a browser tells what it kept the page from. */
  readonly reportsTo?: string | undefined;
};

/** What a page may do wherever it is opened: run its scripts, without an origin and without sending forms anywhere. */
export const pageSandbox = 'allow-scripts allow-forms';

/**
 * The headers of every file of a page. `'self'` means nothing without an origin, so the policy names the version's own
 * files. Inline scripts are let through: whoever writes them writes the files as well.
 */
export const contentHeaders = ({
  origin,
  base,
  ancestors,
  reportsTo,
}: Place): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    `sandbox ${pageSandbox}`,
    "default-src 'none'",
    `script-src ${base} ${origin}${pageScriptPath} 'unsafe-inline' 'wasm-unsafe-eval'`,
    `style-src ${base} 'unsafe-inline'`,
    `img-src ${base} data: blob:`,
    `media-src ${base} data: blob:`,
    `font-src ${base} data:`,
    `connect-src ${base}`,
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${ancestors.join(' ') || "'none'"}`,
    ...(reportsTo === undefined ? [] : [`report-uri ${reportsTo}`]),
  ].join('; '),
  ...sharedHeaders,
  'permissions-policy':
    'publickey-credentials-create=(), publickey-credentials-get=(), camera=(), geolocation=(), microphone=()',
});

/** A document without an origin loads even its own files from elsewhere: modules and fonts by CORS, the rest by CORP. */
export const sharedHeaders: Readonly<Record<string, string>> = Object.freeze({
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
});
