import type { Reader } from '../rules.ts';

/** Trimmed, in Unicode form C, control characters as spaces. */
export const readText: Reader = (input) => {
  if (input === undefined || input === null) return null;
  if (typeof input !== 'string' && typeof input !== 'number') return undefined;
  const value = String(input)
    .replace(/\p{Cc}+/gu, ' ')
    .normalize('NFC')
    .trim();
  return value === '' ? null : value;
};
