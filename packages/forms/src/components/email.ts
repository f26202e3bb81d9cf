import type { ComponentKind } from './component-kind.ts';
import { fieldMembers, lengthLimits } from './field-members.ts';

/** An email address. */
export const emailKind: ComponentKind = {
  check: fieldMembers(),
  field: { format: 'email', empty: '', limits: lengthLimits },
};
