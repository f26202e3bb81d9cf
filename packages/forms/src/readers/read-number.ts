import type { Reader } from '../rules.ts';
import { readText } from './read-text.ts';

/** Point and comma both part the decimals; signs of grouping are not understood and so not guessed. */
export const readNumber: Reader = (input, rules) => {
  const written = readText(input, rules);
  if (typeof written !== 'string') return written;
  return /^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(written) ? Number(written.replace(',', '.')) : undefined;
};
