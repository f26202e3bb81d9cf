import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { screenWords } from '../screen-words.ts';
import { useDesign } from './design.ts';
import classes from './top-bar.module.css';

/** Undo and redo. */
export function HistoryButtons() {
  const { canvas, scene } = useDesign();
  const button = (kind: 'undo' | 'redo', Picture: typeof IconArrowBackUp, isPossible: boolean) => (
    <Tooltip label={screenWords[kind]}>
      <ActionIcon
        className={classes.quiet}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={screenWords[kind]}
        disabled={!isPossible}
        onClick={() => canvas.change({ kind })}
      >
        <Picture size={18} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={2} wrap="nowrap">
      {button('undo', IconArrowBackUp, scene.canUndo)}
      {button('redo', IconArrowForwardUp, scene.canRedo)}
    </Group>
  );
}
