import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconArrowsMoveHorizontal,
  IconHandStop,
  IconLassoPolygon,
  IconLine,
  IconMap2,
  IconMinus,
  IconPlus,
  IconSearch,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { View } from '../canvas/canvas.ts';
import { useSceneValue, useWorkbench } from '../editor/design.ts';
import { screenWords } from '../screen-words.ts';
import classes from './canvas-tools.module.css';

const tools: readonly (readonly [string, typeof IconPlus, View])[] = [
  [screenWords.hand, IconHandStop, { kind: 'tool', tool: 'handTool' }],
  [screenWords.lasso, IconLassoPolygon, { kind: 'tool', tool: 'lassoTool' }],
  [screenWords.space, IconArrowsMoveHorizontal, { kind: 'tool', tool: 'spaceTool' }],
  [screenWords.connect, IconLine, { kind: 'tool', tool: 'globalConnectTool' }],
  [screenWords.find, IconSearch, { kind: 'find' }],
  [screenWords.minimap, IconMap2, { kind: 'minimap' }],
];

/** The others have no use where there is no mouse and no room. */
const onPhones: ReadonlySet<string> = new Set([screenWords.hand, screenWords.connect, screenWords.find]);

/** Tools and zoom, over the canvas at its foot. */
export const CanvasTools = memo(function CanvasTools() {
  const { canvas } = useWorkbench();
  const percent = useSceneValue(({ zoom }) => Math.round(zoom * 100));
  const button = (label: string, Picture: typeof IconPlus, view: View, isWide = false) => (
    <Tooltip key={label} label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
        data-wide={isWide || undefined}
        onClick={() => canvas.view(view)}
      >
        <Picture size={17} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.tools} role="toolbar" aria-label={screenWords.tools}>
      {tools.map(([label, Picture, view]) => button(label, Picture, view, !onPhones.has(label)))}
      <span className={classes.line} />
      {button(screenWords.zoomOut, IconMinus, { kind: 'zoom', to: 'out' })}
      <UnstyledButton
        className={classes.zoom}
        aria-label={screenWords.zoomIs(percent)}
        onClick={() => canvas.view({ kind: 'zoom', to: 'actual' })}
      >
        {screenWords.zoom(percent)}
      </UnstyledButton>
      {button(screenWords.zoomIn, IconPlus, { kind: 'zoom', to: 'in' })}
      {button(screenWords.zoomFit, IconArrowsMaximize, { kind: 'zoom', to: 'fit' })}
    </div>
  );
});
