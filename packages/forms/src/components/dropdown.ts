import type { Reader } from '../rules.ts';
import type { ComponentKind } from './component-kind.ts';
import { fieldMembers } from './field-members.ts';
import { optionList, optionsOf } from './options.ts';
import { readText } from './text.ts';

/** One of several choices, folded away. */
export const dropdownKind: ComponentKind = {
  check: fieldMembers({ options: optionList }, ['options']),
  field: {
    format: 'choice',
    empty: '',
    limits: (component) => ({ choices: optionsOf(component).map((option) => option.value) }),
  },
};

/** The value of one of the choices. */
export const readChoice: Reader = (input, rules) => {
  const chosen = readText(input, rules);
  if (typeof chosen !== 'string') return chosen;
  return rules.choices?.includes(chosen) ? chosen : undefined;
};
