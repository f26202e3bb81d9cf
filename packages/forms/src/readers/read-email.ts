import type { Reader } from '../rules.ts';
import { readText } from './read-text.ts';

const label = /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/** `local@domain.tld`, in any script; lengths as in RFC 5321 section 4.5.3.1. No attempt at quoted local parts. */
export const readEmail: Reader = (input, rules) => {
  const address = readText(input, rules);
  if (typeof address !== 'string') return address;
  const at = address.lastIndexOf('@');
  const [local, labels] = [address.slice(0, at), address.slice(at + 1).split('.')];
  const isLocal = at > 0 && at <= 64 && !/[\s@"(),:;<>[\]\\]/.test(local);
  return isLocal && address.length <= 254 && labels.length > 1 && labels.every((part) => label.test(part))
    ? address
    : undefined;
};
