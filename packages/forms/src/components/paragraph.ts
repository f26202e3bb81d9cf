import { languageMap, members, texts } from '../check.ts';
import type { ComponentKind } from './component-kind.ts';

/** Running text in `values`, as the guide's paragraph has it. `label` is the builder's name for it and is not shown. */
export const paragraphKind: ComponentKind = {
  check: members({ label: texts, values: languageMap }, ['values']),
};
