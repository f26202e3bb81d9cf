import { deployProcessDefinition, type ProcessDefinitionVersion } from '@latchkey/contract';
import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconPlayerPlay,
  IconRocket,
  IconVersions,
} from '@tabler/icons-react';
import { useState } from 'react';
import { problemIn } from '../../api/call-failure.ts';
import { useWrite } from '../../api/use-write.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import { useSaveKey } from '../../kit/form/use-save-key.ts';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import type { Checker } from '../canvas/checker.ts';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';
import { useDraftState } from '../drafts/use-draft.ts';
import { type Fault, isError, newWarnings, serverFaults } from '../problems/fault.ts';
import { screenWords } from '../screen-words.ts';
import { VersionsDrawer } from '../versions/versions-drawer.tsx';
import { useDesign } from './design.ts';
import classes from './editor.module.css';
import type { ViewName } from './editor.tsx';
import { MoreMenu } from './more-menu.tsx';

type Props = {
  readonly keeper: DraftKeeper;
  readonly versions: readonly ProcessDefinitionVersion[];
  readonly view: ViewName;
  readonly setView: (view: ViewName) => void;
  readonly checker: Checker | undefined;
  /** The server refused to deploy, with these faults. */
  readonly refused: (faults: readonly Fault[]) => void;
  /** The server deployed, with these warnings. */
  readonly warned: (faults: readonly Fault[]) => void;
  readonly onProblems: () => void;
  readonly onReplace: (xml: string) => void;
};

/** The designer's bar: what is drawn, whether it is saved, and what can be done with it. */
export function TopBar(props: Props) {
  const { keeper, versions, view, setView, checker, refused, warned, onProblems, onReplace } = props;
  const { canvas, scene, faults } = useDesign();
  const errors = faults.filter(isError).length;
  const warnings = faults.length - errors;
  const { base, phase } = useDraftState(keeper);
  const [areVersionsShown, setVersionsShown] = useState(false);
  useSaveKey(() => void keeper.flush().catch(() => undefined));
  return (
    <header className={classes.bar}>
      <div className={classes.name}>
        <h1>{base.name}</h1>
        <div className={classes.state}>
          <span>
            {screenWords.version(base.version)} ·{' '}
            {base.status === 'EDITABLE' ? screenWords.draft : screenWords.live}
          </span>
          <span className={classes.phase} data-phase={phase} role="status">
            {screenWords.phases[phase]}
          </span>
        </div>
      </div>
      <Group gap={2}>
        <Tooltip label={screenWords.undo}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={screenWords.undo}
            disabled={!scene.canUndo}
            onClick={() => canvas.change({ kind: 'undo' })}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={screenWords.redo}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={screenWords.redo}
            disabled={!scene.canRedo}
            onClick={() => canvas.change({ kind: 'redo' })}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <SegmentedControl
        size="xs"
        aria-label={screenWords.views}
        value={view === 'test-run' ? 'diagram' : view}
        data={[
          { value: 'diagram', label: screenWords.diagram },
          { value: 'outline', label: screenWords.outline },
        ]}
        onChange={(next) => setView(next as ViewName)}
      />
      <Button
        variant="subtle"
        px={8}
        color={errors > 0 ? 'red' : 'gray'}
        aria-label={screenWords.findings(errors, warnings)}
        className={errors > 0 ? undefined : warnings > 0 ? classes.warned : classes.sound}
        leftSection={<FindingIcon errors={errors} warnings={warnings} />}
        onClick={onProblems}
      >
        <span className={classes.roomy}>{screenWords.findings(errors, warnings)}</span>
        {faults.length > 0 && <span className={classes.tight}>{faults.length}</span>}
      </Button>
      <Button
        variant={view === 'test-run' ? 'light' : 'default'}
        px={12}
        aria-label={view === 'test-run' ? screenWords.endTestRun : screenWords.testRun}
        onClick={() => setView(view === 'test-run' ? 'diagram' : 'test-run')}
      >
        <IconPlayerPlay size={15} aria-hidden />
        <span className={classes.beside}>
          {view === 'test-run' ? screenWords.endTestRun : screenWords.testRun}
        </span>
      </Button>
      <Button
        variant="default"
        px={12}
        aria-label={screenWords.versions}
        onClick={() => setVersionsShown(true)}
      >
        <IconVersions size={16} aria-hidden />
        <span className={classes.wide}>{screenWords.versions}</span>
      </Button>
      <DeployButton {...{ keeper, refused, warned }} />
      <MoreMenu base={base} checker={checker} onReplace={onReplace} />
      <VersionsDrawer
        isOpen={areVersionsShown}
        onClose={() => setVersionsShown(false)}
        versions={versions}
        shown={base.id}
      />
    </header>
  );
}

function FindingIcon({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  if (errors > 0) return <IconAlertCircle size={16} aria-hidden />;
  return warnings > 0 ? (
    <IconAlertTriangle size={16} aria-hidden />
  ) : (
    <IconCircleCheck size={16} aria-hidden />
  );
}

function DeployButton({ keeper, refused, warned }: Pick<Props, 'keeper' | 'refused' | 'warned'>) {
  const { faults: known } = useDesign();
  const may = useMay();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const deploy = useWrite(deployProcessDefinition);
  if (!may(deployProcessDefinition)) return null;
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    refused([]);
    try {
      const { id } = await keeper.flush();
      const live = await deploy.mutateAsync({ params: { id }, body: {} });
      keeper.rebase(live);
      warned(newWarnings(live.warnings, known));
      toast(screenWords.deployed(live.name, live.version));
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
      <Button leftSection={<IconRocket size={16} aria-hidden />} loading={isBusy} onClick={() => void run()}>
        {screenWords.deploy}
      </Button>
      {failure !== undefined && <FailureNote failure={failure} />}
    </>
  );
}
