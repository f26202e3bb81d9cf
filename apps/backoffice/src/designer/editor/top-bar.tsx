import type { ProcessDefinitionVersion } from '@latchkey/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay, IconVersions } from '@tabler/icons-react';
import { useState } from 'react';
import { useSaveKey } from '../../kit/form/use-save-key.ts';
import type { Checker } from '../canvas/checker.ts';
import { useDraftState } from '../drafts/use-draft.ts';
import { screenWords } from '../screen-words.ts';
import { VersionsDrawer } from '../versions/versions-drawer.tsx';
import { BarName } from './bar-name.tsx';
import { DeployButton, type DeployProps } from './deploy-button.tsx';
import type { ViewName } from './editor.tsx';
import { FindingsButton } from './findings-button.tsx';
import { HistoryButtons } from './history-buttons.tsx';
import { MoreMenu } from './more-menu.tsx';
import classes from './top-bar.module.css';

type Props = DeployProps & {
  readonly versions: readonly ProcessDefinitionVersion[];
  readonly view: ViewName;
  readonly setView: (view: ViewName) => void;
  readonly checker: Checker | undefined;
  readonly onProblems: () => void;
  readonly onReplace: (xml: string) => void;
};

/** The designer's bar: what is drawn, whether it is saved, and what can be done with it. On phones in two lines. */
export function TopBar(props: Props) {
  const { keeper, versions, view, setView, checker, asked, refused, warned, onProblems, onReplace } = props;
  const { base } = useDraftState(keeper);
  const [areVersionsShown, setVersionsShown] = useState(false);
  useSaveKey(() => void keeper.flush().catch(() => undefined));
  return (
    <header className={classes.head}>
      <div className={classes.bar}>
        <BarName keeper={keeper} />
        <HistoryButtons />
        <Views view={view} setView={setView} onVersions={() => setVersionsShown(true)} />
        <FindingsButton onProblems={onProblems} />
        <DeployButton {...{ keeper, asked, refused, warned }} />
        <MoreMenu base={base} checker={checker} onReplace={onReplace} />
      </div>
      <VersionsDrawer
        isOpen={areVersionsShown}
        onClose={() => setVersionsShown(false)}
        versions={versions}
        shown={base.id}
      />
    </header>
  );
}

type ViewsProps = Pick<Props, 'view' | 'setView'> & { readonly onVersions: () => void };

/** The ways to look at a process: drawn, as a list, running, as it was. */
function Views({ view, setView, onVersions }: ViewsProps) {
  const isRunning = view === 'test-run';
  const words = isRunning ? screenWords.endTestRun : screenWords.testRun;
  return (
    <div className={classes.views}>
      <SegmentedControl
        size="xs"
        aria-label={screenWords.views}
        value={isRunning ? 'diagram' : view}
        data={[
          { value: 'diagram', label: screenWords.diagram },
          { value: 'outline', label: screenWords.outline },
        ]}
        onChange={(next) => setView(next as ViewName)}
      />
      <Button
        variant={isRunning ? 'light' : 'default'}
        px={12}
        aria-label={words}
        onClick={() => setView(isRunning ? 'diagram' : 'test-run')}
      >
        <IconPlayerPlay size={15} aria-hidden />
        <span className={classes.beside}>{words}</span>
      </Button>
      <Button variant="default" px={12} aria-label={screenWords.versions} onClick={onVersions}>
        <IconVersions size={16} aria-hidden />
        <span className={classes.wide}>{screenWords.versions}</span>
      </Button>
    </div>
  );
}
