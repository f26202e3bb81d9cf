import type { Reader } from '../rules.ts';
import type { ComponentKind } from './component-kind.ts';
import { fieldMembers, lengthLimits } from './field-members.ts';

/** One line of text. */
export const textKind: ComponentKind = {
  check: fieldMembers(),
  field: { format: 'text', empty: '', limits: lengthLimits },
};

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
