import { Button } from '@mantine/core';
import { memo } from 'react';
import { Icon } from '../icon.tsx';
import { screenWords } from '../screen-words.ts';
import { designerWords } from '../words.ts';
import { useSceneValue, useWorkbench } from './design.ts';
import classes from './first-steps.module.css';

/** What to do on an empty canvas; gone with the first element. */
export const FirstSteps = memo(function FirstSteps() {
  const { canvas } = useWorkbench();
  const isEmpty = useSceneValue(
    ({ drawing }) => drawing.processId !== '' && Object.keys(drawing.elements).length <= 1,
  );
  if (!isEmpty) return null;
  return (
    <div className={classes.steps}>
      <h2>{screenWords.firstTitle}</h2>
      <ol>
        {screenWords.firstSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button
        leftSection={<Icon icon="start" />}
        onClick={() => {
          canvas.change({ kind: 'add', entry: 'start' });
          canvas.view({ kind: 'focus' });
        }}
      >
        {designerWords.entries.start.label}
      </Button>
    </div>
  );
});
