import { deployProcessDefinition } from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconRocket } from '@tabler/icons-react';
import { useState } from 'react';
import { problemIn } from '../../api/call-failure.ts';
import { useWrite } from '../../api/use-write.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import { useMay } from '../../session/use-session.ts';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import { type Fault, newWarnings, serverFaults } from '../problems/fault.ts';
import { screenWords } from '../screen-words.ts';
import { useDesign } from './design.ts';
import classes from './top-bar.module.css';
import { useTellDeployed } from './use-tell-deployed.ts';

export type DeployProps = {
  readonly keeper: DraftKeeper;
  /** Somebody wants to deploy what is drawn. */
  readonly asked: () => void;
  /** The server refused to deploy, with these faults. */
  readonly refused: (faults: readonly Fault[]) => void;
  /** The server deployed, with these warnings. */
  readonly warned: (faults: readonly Fault[]) => void;
};

/** Saves the diagram and makes it live. */
export function DeployButton({ keeper, asked, refused, warned }: DeployProps) {
  const { faults: known } = useDesign();
  const may = useMay();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const deploy = useWrite(deployProcessDefinition);
  const tellDeployed = useTellDeployed();
  if (!may(deployProcessDefinition)) return null;
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    asked();
    try {
      const { id } = await keeper.flush();
      const live = await deploy.mutateAsync({ params: { id }, body: {} });
      keeper.rebase(live);
      warned(newWarnings(live.warnings, known));
      tellDeployed(live);
    } catch (caught) {
      const faults = serverFaults(problemIn(caught));
      if (faults.length > 0) refused(faults);
      else if (keeper.state().phase !== 'conflict') setFailure(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        classNames={{ section: classes.icon ?? '' }}
        leftSection={<IconRocket size={16} aria-hidden />}
        aria-label={screenWords.deploy}
        loading={isBusy}
        onClick={() => void run()}
      >
        <span className={classes.word}>{screenWords.deploy}</span>
      </Button>
      {failure !== undefined && (
        <div className={classes.failure}>
          <FailureNote failure={failure} />
        </div>
      )}
    </>
  );
}
