import { useState } from 'react';
import type { Change } from '../change.ts';

/** A menu that gives the focus back only if nothing was chosen: what comes of a change has it then. */
export function useLeadingMenu(act: (change: Change) => void) {
  const [returnFocus, setReturnFocus] = useState(true);
  return {
    menu: { returnFocus, onOpen: () => setReturnFocus(true) },
    act: (change: Change): void => {
      setReturnFocus(false);
      act(change);
    },
  };
}
