import type { ComponentKind } from './component-kind.ts';
import { dropdownKind } from './dropdown.ts';

/** One of several choices, all in sight. Its members are those of a dropdown. */
export const radioKind: ComponentKind = dropdownKind;
