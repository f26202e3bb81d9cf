import { Text } from '@mantine/core';
import { CopyButton } from '../../kit/copy-button.tsx';
import { common } from '../../words/common.ts';
import type { DrawnElement } from '../drawing.ts';
import { useDesign } from '../editor/design.ts';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { TextRow } from './text-row.tsx';
import { panelWords } from './words.ts';

/** Name, description, id: of every element. */
export function GeneralSection({ element }: { readonly element: DrawnElement }) {
  const { canvas } = useDesign();
  const { id } = element;
  return (
    <PanelSection title={panelWords.general}>
      <TextRow
        label={panelWords.name}
        value={element.name}
        property="name"
        commit={(name) => void canvas.change({ kind: 'name', element: id, name })}
      />
      <TextRow
        label={panelWords.description}
        value={element.documentation}
        isLong
        property="documentation"
        commit={(text) => void canvas.change({ kind: 'documentation', element: id, text })}
      />
      <div className={classes.id}>
        <Text size="xs" c="dimmed">
          {panelWords.id}
        </Text>
        <code>{id}</code>
        <CopyButton text={id} label={common.copyOf(id)} size={20} />
      </div>
    </PanelSection>
  );
}
