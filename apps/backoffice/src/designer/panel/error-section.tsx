import { Select, Switch } from '@mantine/core';
import { manifestOf } from '../boundary-choice.ts';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { findingsAt } from '../problems/fault.ts';
import { PanelSection } from './panel-section.tsx';
import { TextRow } from './text-row.tsx';
import { WarningNote } from './warning-note.tsx';
import { panelWords } from './words.ts';

type Props = { readonly element: DrawnElement };

/** Which error a boundary event catches, or an end event ends with. */
export function ErrorSection({ element }: Props) {
  if (element.kind === 'boundary') return element.trigger === 'error' ? <Caught element={element} /> : null;
  return element.end === 'error' ? <Ending element={element} /> : null;
}

function Caught({ element }: Props) {
  const { canvas, scene, manifests, told } = useDesign();
  const host = scene.drawing.elements[element.attachedTo ?? ''];
  const offered = manifestOf(manifests, host?.activity)?.boundaryEvents ?? [];
  const known = offered.some(({ code }) => code === element.errorCode);
  const own = element.errorCode && !known ? [{ value: element.errorCode, label: element.errorCode }] : [];
  const { error, warning } = findingsAt(told, element.id, 'errorCode');
  return (
    <PanelSection title={panelWords.errorCode}>
      <Select
        label={panelWords.errorCode}
        data-property="errorCode"
        description={offered.find(({ code }) => code === element.errorCode)?.docs}
        allowDeselect={false}
        value={element.errorCode ?? ''}
        error={error}
        data={[
          ...offered.map(({ code, label }) => ({ value: code, label })),
          ...own,
          { value: '', label: panelWords.anyError },
        ]}
        onChange={(code) => void canvas.change({ kind: 'error', element: element.id, code: code ?? '' })}
        comboboxProps={{ shadow: 'md' }}
      />
      {warning && <WarningNote fault={warning} />}
    </PanelSection>
  );
}

function Ending({ element }: Props) {
  const { canvas } = useDesign();
  return (
    <PanelSection title={panelWords.errorCode}>
      <TextRow
        label={panelWords.endError}
        help={panelWords.endErrorHelp}
        value={element.errorCode ?? ''}
        property="errorCode"
        commit={(code) => void canvas.change({ kind: 'error', element: element.id, code: code.trim() })}
      />
    </PanelSection>
  );
}

/** Whether a timer at the edge of a step ends it. */
export function InterruptingSwitch({ element }: Props) {
  const { canvas } = useDesign();
  return (
    <Switch
      label={panelWords.interrupting}
      description={panelWords.interruptingHelp}
      checked={element.isInterrupting ?? true}
      onChange={({ currentTarget: { checked } }) =>
        void canvas.change({ kind: 'interrupting', element: element.id, isInterrupting: checked })
      }
    />
  );
}
