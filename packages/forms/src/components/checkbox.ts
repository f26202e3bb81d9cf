import type { ComponentKind } from './component-kind.ts';
import { fieldMembers } from './field-members.ts';

/** Yes or no; where it is required, only yes will do. */
export const checkboxKind: ComponentKind = {
  check: fieldMembers(),
  field: { format: 'checkbox', empty: false, limits: () => ({}) },
};
