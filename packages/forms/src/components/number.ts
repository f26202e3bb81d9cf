import type { ComponentKind } from './component-kind.ts';
import { fieldMembers, limitOf } from './field-members.ts';

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
