import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Canvas } from '../canvas/canvas.ts';
import { useDesign } from '../editor/design.ts';
import { DataHere } from './data-here.tsx';
import { ElementFindings } from './element-findings.tsx';
import { ElementHead } from './element-head.tsx';
import classes from './panel.module.css';
import { SectionsOf } from './sections-of.tsx';
import { SeveralChosen } from './several-chosen.tsx';
import { panelWords } from './words.ts';

/** Stands for the first field of the panel, whatever it is. */
export const firstField = '*';

/** What can be said of the chosen element; of the process itself when nothing is chosen. */
export function Panel() {
  const { canvas, scene } = useDesign();
  const { selected, wantedField } = useUnhurried();
  const body = useRef<HTMLDivElement>(null);
  const chosen = selected.filter((id) => scene.drawing.elements[id]);
  const element = scene.drawing.elements[chosen[0] ?? scene.drawing.processId];
  const focused = useRef<string>(undefined);
  // A wish may come before its element is chosen; once fulfilled it is not fulfilled again.
  useEffect(() => {
    const [id, name = ''] = wantedField?.split('\n') ?? [];
    if (wantedField === focused.current || id !== element?.id) return;
    focused.current = wantedField;
    requestAnimationFrame(() => {
      const field = body.current?.querySelector<HTMLElement>(
        name === firstField ? 'input, textarea, select' : `[data-property="${CSS.escape(name)}"]`,
      );
      field?.scrollIntoView({ block: 'center' });
      field?.focus();
    });
  }, [wantedField, element?.id]);
  return (
    <aside
      className={classes.panel}
      aria-label={panelWords.panel}
      ref={body}
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && !defaultPrevented) goBack(canvas, element?.id);
      }}
    >
      {chosen.length > 1 ? (
        <SeveralChosen ids={chosen} />
      ) : (
        element && (
          <div key={element.id} className={classes.body} data-element={element.id}>
            <ElementHead element={element} />
            <ElementFindings element={element} />
            <SectionsOf element={element} />
            {element.kind !== 'process' && <DataHere element={element} />}
          </div>
        )
      )}
    </aside>
  );
}

/**
 * What is chosen, and which field shall have the focus, a moment later: the panel of another element takes longer than
 * one frame, and is made in pieces after what cannot wait. What an element says is never late, since people type it.
 */
function useUnhurried() {
  const { scene, wantedField } = useDesign();
  const { selected } = scene;
  const wish = useMemo(() => ({ selected, wantedField }), [selected, wantedField]);
  return useDeferredValue(wish);
}

/** Back to where the element was chosen: its step in the outline, where that is what is seen, else the canvas. */
function goBack(canvas: Canvas, id = ''): void {
  const step = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
  if (step) step.focus();
  else canvas.view({ kind: 'focus' });
}
