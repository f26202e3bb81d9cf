import type { ComponentKind } from './component-kind.ts';
import { fieldMembers, lengthLimits } from './field-members.ts';

/** One line of text. */
export const textKind: ComponentKind = {
  check: fieldMembers(),
  field: { format: 'text', empty: '', limits: lengthLimits },
};
