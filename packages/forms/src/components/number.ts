import type { Reader } from '../rules.ts';
import type { ComponentKind } from './component-kind.ts';
import { fieldMembers, limitOf } from './field-members.ts';
import { readText } from './text.ts';

/** A decimal number; `min` and `max` bound its value, `minLength` and `maxLength` mean nothing here. */
export const numberKind: ComponentKind = {
  check: fieldMembers(),
  field: {
    format: 'number',
    empty: null,
    limits: (component) => {
      const [min, max] = [limitOf(component, 'min'), limitOf(component, 'max')];
      return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    },
  },
};

/** Point and comma both part the decimals; signs of grouping are not understood and so not guessed. */
export const readNumber: Reader = (input, rules) => {
  const written = readText(input, rules);
  if (typeof written !== 'string') return written;
  return /^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(written) ? Number(written.replace(',', '.')) : undefined;
};
