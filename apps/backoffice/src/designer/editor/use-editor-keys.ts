import { useWindowEvent } from '@mantine/hooks';
import type { Canvas } from '../canvas/canvas.ts';
import { firstField } from '../panel/panel.tsx';
import type { Design } from './design.ts';

/**
 * Keys that hold wherever the focus is in the designer: undo and redo, which the canvas knows only while it has the
 * focus; and on the canvas Enter, which opens the settings of what is chosen.
 */
export function useEditorKeys(canvas: Canvas | undefined, goTo: Design['goTo']): void {
  useWindowEvent('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
    if (!canvas || defaultPrevented || altKey || !(target instanceof Element) || isElsewhere(target)) return;
    const isOnCanvas = target.closest('.lk-canvas') !== null;
    const hasCommand = ctrlKey || metaKey;
    if (isOnCanvas && key === 'Enter' && !hasCommand && !shiftKey) {
      const [chosen, ...others] = canvas.scene().selected;
      if (chosen === undefined || others.length > 0) return;
      event.preventDefault();
      goTo(chosen, firstField);
      return;
    }
    const step = hasCommand && !isOnCanvas ? stepOf(key.toLowerCase(), shiftKey) : undefined;
    if (step === undefined) return;
    event.preventDefault();
    canvas.change({ kind: step });
  });
}

/** Fields have an undo of their own, and dialogs are not about the diagram. */
const isElsewhere = (target: Element): boolean =>
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

function stepOf(key: string, isShifted: boolean): 'undo' | 'redo' | undefined {
  if (key === 'z') return isShifted ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}
