import { Tooltip, UnstyledButton } from '@mantine/core';
import { boundaryChoices } from '../boundary-choice.ts';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import { Icon } from '../icon.tsx';
import { connectField } from './outgoing-section.tsx';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './words.ts';

/** Boundary events: those attached lead to themselves, those on offer are attached by one click. */
export function BoundarySection({ element }: { readonly element: DrawnElement }) {
  const { canvas, scene, manifests, goTo } = useDesign();
  const attached = Object.values(scene.drawing.elements).filter(
    ({ attachedTo }) => attachedTo === element.id,
  );
  const attach = (event: string) => {
    const made = canvas.change({ kind: 'attach', element: element.id, event });
    if (made !== undefined) goTo(made, connectField);
  };
  const choices = boundaryChoices(scene.drawing, element, manifests);
  return (
    <PanelSection title={panelWords.boundary} count={attached.length}>
      <p className={classes.help}>{panelWords.boundaryText}</p>
      <ul className={classes.events}>
        {attached.map(({ id, name, trigger }) => (
          <li key={id}>
            <UnstyledButton className={classes.event} data-attached onClick={() => goTo(id)}>
              <Icon icon={trigger === 'timer' ? 'timer' : 'boundary'} size={16} />
              <span>{name || panelWords.kinds.boundary}</span>
              <span className={classes.tag}>{panelWords.attached}</span>
            </UnstyledButton>
          </li>
        ))}
        {choices.map(({ event, label, docs }) => (
          <li key={event}>
            <Tooltip label={docs} multiline w={240} position="left">
              <UnstyledButton
                className={classes.event}
                aria-label={panelWords.attach(label)}
                onClick={() => attach(event)}
              >
                <Icon icon="plus" size={16} />
                <span>{label}</span>
              </UnstyledButton>
            </Tooltip>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
