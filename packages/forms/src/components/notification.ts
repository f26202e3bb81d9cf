import { flag, languageMap, members, oneOf, texts } from '../check.ts';
import type { ComponentKind } from './component-kind.ts';

/** A boxed message, by kind; it may go away after five seconds or by a close button. */
export const notificationKind: ComponentKind = {
  check: members(
    {
      label: texts,
      values: languageMap,
      notificationType: oneOf(['default', 'success', 'error', 'warning']),
      allowTimer: flag,
      showCloseButton: flag,
    },
    ['values'],
  ),
};
