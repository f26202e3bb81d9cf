import type { KeyboardEvent } from 'react';

type Deeds = { readonly undo: () => void; readonly redo: () => void };

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y (⌘ on a Mac): what is typed into a field or into the text is a step of one history. */
export const undoKeys =
  ({ undo, redo }: Deeds) =>
  (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
