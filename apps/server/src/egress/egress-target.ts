import { type EgressAllowance, isInRanges, isPublic } from './address-ranges.ts';
import { egressProblems } from './egress-problems.ts';

/** Where a request may go, as far as its URL tells. */
export type EgressTarget = {
  readonly url: URL;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  /** The host itself is named by the allowance: whatever it resolves to, and without https, it is allowed. */
  readonly isAllowedHost: boolean;
};

const localName = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/**
 * Judges a URL without asking anybody. Every way to write an IPv4 address (decimal, octal, hexadecimal) is read as the
 * browser's URL reads it. Throws `egress.url-invalid`, `egress.not-https`, `egress.address-refused`.
 */
export function readTarget(text: string, allowance: EgressAllowance): EgressTarget {
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === '' && url.password === '' && url.hash === '';
  if (!isPlain || !/^https?:$/.test(url.protocol) || text.length > 2048)
    throw egressProblems.create('egress.url-invalid');
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isAllowedHost = allowance.hosts.has(host) || isInRanges(allowance, host);
  if (isAllowedHost) return { url, host, isAllowedHost };
  if (localName.test(host) || (isAddress(host) && !isPublic(host)))
    throw egressProblems.create('egress.address-refused');
  if (url.protocol === 'http:' && allowance.ranges.length === 0)
    throw egressProblems.create('egress.not-https');
  return { url, host, isAllowedHost };
}

/**
 * Judges what the host resolved to: one refused address refuses all, so that a name cannot mix them. Throws
 * `egress.address-refused`, `egress.not-https`.
 */
export function requireAddresses(
  { url, isAllowedHost }: EgressTarget,
  addresses: readonly string[],
  allowance: EgressAllowance,
): void {
  if (isAllowedHost) return;
  const allowed = addresses.filter((address) => isInRanges(allowance, address));
  const isRefused = addresses.some((address) => !isPublic(address) && !allowed.includes(address));
  if (isRefused) throw egressProblems.create('egress.address-refused');
  if (url.protocol === 'http:' && allowed.length < addresses.length)
    throw egressProblems.create('egress.not-https');
}

const isAddress = (host: string): boolean => /^[0-9.]+$/.test(host) || host.includes(':');
