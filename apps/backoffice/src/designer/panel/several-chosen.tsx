import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react';
import type { Alignment } from '../change.ts';
import { useDesign } from '../editor/design.ts';
import classes from './panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './words.ts';

const ways: readonly (readonly [Alignment, typeof IconLayoutAlignLeft])[] = [
  ['left', IconLayoutAlignLeft],
  ['center', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
  ['horizontal', IconLayoutDistributeVertical],
  ['vertical', IconLayoutDistributeHorizontal],
];

/** What can be done with several elements at once. */
export function SeveralChosen({ ids }: { readonly ids: readonly string[] }) {
  const { canvas } = useDesign();
  return (
    <div className={classes.body}>
      <header className={classes.head}>
        <h2 className={classes.kind}>{panelWords.several(ids.length)}</h2>
      </header>
      <PanelSection title={panelWords.align}>
        <Group gap={6}>
          {ways.map(([how, Picture]) => (
            <Tooltip key={how} label={panelWords.alignments[how]}>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={panelWords.alignments[how]}
                onClick={() => void canvas.change({ kind: 'align', elements: ids, how })}
              >
                <Picture size={18} />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
        <Button
          variant="light"
          color="red"
          size="xs"
          onClick={() => void canvas.change({ kind: 'remove', elements: ids })}
        >
          {panelWords.deleteAll}
        </Button>
      </PanelSection>
    </div>
  );
}
