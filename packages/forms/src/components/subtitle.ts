import type { ComponentKind } from './component-kind.ts';
import { paragraphKind } from './paragraph.ts';

/** A heading within the form. Its members are those of a paragraph. */
export const subtitleKind: ComponentKind = paragraphKind;
