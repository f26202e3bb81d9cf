import { Select, UnstyledButton } from '@mantine/core';
import type { Drawing, DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { Icon } from '../icon.tsx';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './words.ts';

/** Stands for the field that connects an element to another. */
export const connectField = 'connectTo';

/** What people call an element: its name, else what it is. */
export const nameOf = ({ elements }: Drawing, id: string): string => {
  const element = elements[id];
  return element?.name || (element ? panelWords.kinds[element.kind] : id);
};

/** Where an element leads: its flows, and another by choosing what it leads to. */
export function OutgoingSection({ element }: { readonly element: DrawnElement }) {
  const { canvas, scene, goTo } = useDesign();
  const { drawing } = scene;
  const flows = element.outgoing.map((id) => drawing.elements[id]).filter((one) => one !== undefined);
  return (
    <PanelSection title={panelWords.flows} count={flows.length}>
      {flows.length > 0 && (
        <ul className={classes.events}>
          {flows.map((flow) => (
            <li key={flow.id}>
              <UnstyledButton className={classes.event} data-attached onClick={() => goTo(flow.id)}>
                <Icon icon="flow" size={16} />
                <span>{nameOf(drawing, flow.target ?? '')}</span>
                {flow.isDefault && <span className={classes.tag}>{panelWords.isDefault}</span>}
                {flow.condition !== undefined && <code className={classes.path}>{flow.condition}</code>}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <Select
        aria-label={panelWords.connectFrom(nameOf(drawing, element.id))}
        data-property={connectField}
        placeholder={panelWords.connectTo}
        searchable
        value={null}
        data={targetsOf(drawing, element)}
        onChange={(target) => target && void canvas.change({ kind: 'connect', element: element.id, target })}
        comboboxProps={{ shadow: 'md' }}
      />
    </PanelSection>
  );
}

/** Elements that a flow from here may lead to. */
export function targetsOf(drawing: Drawing, { id, parent, attachedTo }: DrawnElement) {
  const level = attachedTo === undefined ? parent : drawing.elements[attachedTo]?.parent;
  return Object.values(drawing.elements)
    .filter((one) => one.id !== id && one.parent === level)
    .filter(({ kind }) => !['flow', 'start', 'boundary', 'process', 'other'].includes(kind))
    .map((one) => ({ value: one.id, label: nameOf(drawing, one.id) }));
}
