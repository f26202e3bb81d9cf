import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { problemIn } from '../../api/call-failure.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import classes from '../editor/editor.module.css';
import { screenWords } from '../screen-words.ts';
import { xmlOf } from './diagram-resource.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { useDraftState } from './use-draft.ts';
import type { Recalled } from './use-recalled.ts';

type Props = {
  readonly keeper: DraftKeeper;
  readonly recalled: Recalled;
  /** Shows another diagram in place of what is drawn. */
  readonly onTake: (xml: string) => void;
};

/** What people must know of their draft: a conflict, a failure, work that was restored. */
export function DraftNotice({ keeper, recalled, onTake }: Props) {
  const { phase, failure, base } = useDraftState(keeper);
  const [isTold, setTold] = useState(recalled.draft === undefined);
  const quietly = (act: () => Promise<unknown>) => void act().catch(() => undefined);
  if (phase === 'conflict')
    return (
      <div className={classes.notice}>
        <Alert color="yellow" title={screenWords.conflictTitle} role="alert">
          <Text size="sm">
            {problemIn(failure).detail} {screenWords.conflictText}
          </Text>
          <Group gap="xs" mt="sm">
            <Button size="xs" onClick={() => quietly(keeper.saveAsNewVersion)}>
              {screenWords.keepMine}
            </Button>
            <Button size="xs" variant="default" onClick={() => quietly(keeper.overwrite)}>
              {screenWords.overwrite}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              onClick={() => quietly(async () => onTake(xmlOf(await keeper.takeTheirs())))}
            >
              {screenWords.takeTheirs}
            </Button>
          </Group>
        </Alert>
      </div>
    );
  if (phase === 'failed')
    return (
      <div className={classes.notice}>
        <FailureNote failure={failure} onRetry={() => quietly(keeper.flush)} />
      </div>
    );
  if (isTold) return null;
  return (
    <div className={classes.notice}>
      <Alert color="blue" title={screenWords.restoredTitle} role="status">
        <Text size="sm">{screenWords.restoredText}</Text>
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={() => setTold(true)}>
            {screenWords.dismiss}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setTold(true);
              recalled.forget();
              onTake(xmlOf(base));
            }}
          >
            {screenWords.discard}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
