import { useBlocker } from '@tanstack/react-router';
import { common } from '../../words/common.ts';

/** Asks before unsaved work is left, by a link or by closing the window. */
export function useLeaveGuard(isUnsaved: boolean): void {
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isUnsaved &&
      current.pathname !== next.pathname &&
      next.pathname !== '/sign-in' &&
      !window.confirm(`${common.unsavedTitle}\n${common.unsavedText}`),
    enableBeforeUnload: isUnsaved,
    disabled: !isUnsaved,
  });
}
