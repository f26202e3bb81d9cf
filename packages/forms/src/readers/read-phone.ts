import type { Reader } from '../rules.ts';
import { readText } from './read-text.ts';

/** 5 to 15 digits (E.164) after an optional plus; what people write between them is dropped, `00` becomes the plus. */
export const readPhone: Reader = (input, rules) => {
  const written = readText(input, rules);
  if (typeof written !== 'string') return written;
  const digits = written.replace(/[\s().\-/]+/g, '').replace(/^00/, '+');
  return /^\+?\d{5,15}$/.test(digits) ? digits : undefined;
};
