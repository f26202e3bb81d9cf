import type { ComponentKind } from './component-kind.ts';
import { fieldMembers } from './field-members.ts';
import { optionList, optionsOf } from './options.ts';

/** One of several choices, folded away. */
export const dropdownKind: ComponentKind = {
  check: fieldMembers({ options: optionList }, ['options']),
  field: {
    format: 'choice',
    empty: '',
    limits: (component) => ({ choices: optionsOf(component).map((option) => option.value) }),
  },
};
