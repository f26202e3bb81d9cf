import { Switch } from '@mantine/core';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { useKnownPaths } from '../paths/use-known-paths.ts';
import { findingsAt } from '../problems/fault.ts';
import { checkCondition } from './check-condition.ts';
import { ExpressionInput } from './expression-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { useCommitted } from './use-committed.ts';
import { panelWords } from './words.ts';

const deciding: ReadonlySet<string> = new Set(['exclusive', 'inclusive', 'task', 'sub-process']);

/** When a flow is taken. */
export function FlowSection({ element }: { readonly element: DrawnElement }) {
  const { canvas, scene, told, tell } = useDesign();
  const source = scene.drawing.elements[element.source ?? ''];
  const paths = useKnownPaths(element.id);
  const typed = useCommitted(
    element.condition ?? '',
    (text) => void canvas.change({ kind: 'condition', element: element.id, text }),
  );
  if (!source || !deciding.has(source.kind))
    return (
      <PanelSection title={panelWords.condition}>
        <p className={classes.help}>{panelWords.noCondition}</p>
      </PanelSection>
    );
  const { error: known } = findingsAt(told, element.id, 'condition');
  return (
    <PanelSection title={panelWords.condition}>
      <Switch
        label={panelWords.isDefault}
        description={panelWords.isDefaultHelp}
        data-property="default"
        checked={element.isDefault ?? false}
        onChange={({ currentTarget: { checked } }) =>
          void canvas.change({ kind: 'default', element: element.id, isDefault: checked })
        }
      />
      {!element.isDefault && (
        <FieldFrame
          label={panelWords.condition}
          help={panelWords.conditionHelp}
          error={
            checkCondition(typed.value) ?? (typed.value === (element.condition ?? '') ? known : undefined)
          }
        >
          {(attributes) => (
            <ExpressionInput
              {...{ attributes, paths }}
              name="condition"
              placeholder={`\${${panelWords.conditionPlaceholder}}`}
              value={typed.value}
              onChange={typed.set}
              onLeave={() => {
                typed.flush();
                tell([{ element: element.id, property: 'condition' }]);
              }}
            />
          )}
        </FieldFrame>
      )}
    </PanelSection>
  );
}
