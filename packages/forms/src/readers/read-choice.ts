import type { Reader } from '../rules.ts';
import { readText } from './read-text.ts';

/** The value of one of the choices. */
export const readChoice: Reader = (input, rules) => {
  const chosen = readText(input, rules);
  if (typeof chosen !== 'string') return chosen;
  return rules.choices?.includes(chosen) ? chosen : undefined;
};
