import ipaddr from 'ipaddr.js';

/** Host names and ranges that are allowed although they are private. */
export type EgressAllowance = {
  readonly hosts: ReadonlySet<string>;
  readonly ranges: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];
};

/** Nothing beyond the public internet. */
export const noAllowance: EgressAllowance = Object.freeze({ hosts: new Set<string>(), ranges: [] });

/** Public by its range, but answers about the machine itself: the metadata of one cloud. */
const metadata: ReadonlySet<string> = new Set(['168.63.129.16']);
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const hostName = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*$/;

/** Reads `hooks.internal, 10.1.0.0/16, ::1`; `undefined` where a part is neither a host name nor a range. */
export function readAllowance(text: string): EgressAllowance | undefined {
  const hosts = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const part of text.split(',').map((one) => one.trim().toLowerCase())) {
    const range = rangeOf(part);
    if (range !== undefined) ranges.push(range);
    else if (hostName.test(part) && !/^[0-9.]+$/.test(part)) hosts.add(part);
    else return undefined;
  }
  return { hosts, ranges };
}

/** An allowance as it is written, for the log. */
export const describeAllowance = ({ hosts, ranges }: EgressAllowance): string =>
  [...hosts, ...ranges.map(([base, bits]) => `${base}/${bits}`)].join(', ') || '(none)';

/** Whether an address is one of the public internet: not private, loopback, link-local, metadata, shared or reserved. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || metadata.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

/** Whether a range of the allowance holds an address. */
export function isInRanges({ ranges }: EgressAllowance, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits));
}

function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const isAddress = ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
  if (!isAddress) return undefined;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
