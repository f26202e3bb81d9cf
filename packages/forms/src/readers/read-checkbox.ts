import type { Reader } from '../rules.ts';

const words = new Map<unknown, true | null>([
  [true, true],
  ['true', true],
  ['on', true],
  [false, null],
  ['false', null],
  ['', null],
  [null, null],
  [undefined, null],
]);

/** `true` and what browsers send for it; `null` for no. */
export const readCheckbox: Reader = (input) => words.get(input);
