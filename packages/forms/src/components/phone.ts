import type { ComponentKind } from './component-kind.ts';
import { fieldMembers, lengthLimits } from './field-members.ts';

/** A telephone number. */
export const phoneKind: ComponentKind = {
  check: fieldMembers(),
  field: { format: 'phone', empty: '', limits: lengthLimits },
};
