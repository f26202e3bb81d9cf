import type { Reader } from '../rules.ts';
import type { ComponentKind } from './component-kind.ts';
import { fieldMembers } from './field-members.ts';

/** Yes or no; where it is required, only yes will do. */
export const checkboxKind: ComponentKind = {
  check: fieldMembers(),
  field: { format: 'checkbox', empty: false, limits: () => ({}) },
};

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
