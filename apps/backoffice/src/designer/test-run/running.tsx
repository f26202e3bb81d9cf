import type { TestRun } from '@latchkey/contract';
import { Alert, Button } from '@mantine/core';
import { IconClock, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { failureText } from '../../processes/instances/failure-text.ts';
import { useDesign } from '../editor/design.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { PanelSection } from '../panel/panel-section.tsx';
import { CheckList } from './check-list.tsx';
import { Choice } from './choice.tsx';
import { StepList } from './step-list.tsx';
import classes from './test-run.module.css';
import type { TestRunState } from './use-test-run.ts';
import { VariableList } from './variable-list.tsx';
import { type Answer, WaitCard } from './wait-card.tsx';
import { runWords } from './words.ts';

type Props = {
  readonly run: TestRun;
  readonly state: TestRunState;
  readonly isPromptOpen: boolean;
  readonly onSend: () => void;
  readonly onAnswer: (answer: Answer) => void;
};

/** A run that has begun: where it stands on the diagram, what may happen next, what happened. */
export function Running({ run, state, isPromptOpen, onSend, onAnswer }: Props) {
  const { canvas, scene, manifests } = useDesign();
  const { drawing } = scene;
  const { isBusy, act } = state;
  const newest = run.steps.length;
  const [chosen, setChosen] = useState<number>();
  // What is done next is what one wants to see next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new step that ends the choice.
  useEffect(() => setChosen(undefined), [newest]);
  const shown = chosen ?? newest;
  useEffect(() => {
    const failed = run.incidents.map(({ element }) => element);
    canvas.mark('token', run.path.active);
    canvas.mark(
      'visited',
      [...run.path.nodes, ...run.path.flows].filter((id) => !failed.includes(id)),
    );
    canvas.mark('problem', failed);
    return () => {
      for (const mark of ['token', 'visited', 'problem'] as const) canvas.mark(mark, []);
    };
  }, [canvas, run]);
  const [timer] = run.timers;
  const isOver = run.status !== 'ACTIVE';
  return (
    <>
      <PanelSection title={isOver ? runWords.ended[run.status] : runWords.next}>
        {run.decision !== undefined && isOver && <Decision status={run.status} decision={run.decision} />}
        {run.incidents.map(({ element, code, title, errors }) => (
          <Alert
            key={`${element} ${code}`}
            color="red"
            variant="light"
            title={runWords.incident(nameOf(drawing, element))}
          >
            <p>
              {failureText(
                { code, activity: drawing.elements[element]?.activity?.type, errors },
                manifests,
              ) ?? title}
            </p>
            <code className={classes.code}>{code}</code>
            <Button
              mt="xs"
              size="xs"
              variant="default"
              disabled={isBusy}
              onClick={() => act({ kind: 'retry' })}
            >
              {runWords.retry}
            </Button>
          </Alert>
        ))}
        {run.waits.map((wait) => (
          <WaitCard
            key={`${run.id} ${wait.token}`}
            wait={wait}
            drawing={drawing}
            copies={copiesOf(run, wait.element)}
            isPromptOpen={isPromptOpen}
            isBusy={isBusy}
            onAct={act}
            onSend={onSend}
            onAnswer={onAnswer}
          />
        ))}
        {timer && (
          <Choice icon={<IconClock size={14} />} isBusy={isBusy} onPick={() => act({ kind: 'pass-time' })}>
            {runWords.time(nameOf(drawing, timer.element))}
          </Choice>
        )}
        {!isOver && run.waits.length === 0 && <p className={classes.help}>{runWords.waiting}</p>}
        {isOver && (
          <Button
            size="xs"
            disabled={isBusy}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => state.rewind(0)}
          >
            {runWords.again}
          </Button>
        )}
      </PanelSection>
      <StepList
        run={run}
        drawing={drawing}
        isBusy={isBusy}
        shown={shown}
        onShow={setChosen}
        onRewind={state.rewind}
        onSetUp={state.end}
      />
      <CheckList run={run} shown={shown} />
      <VariableList run={run} shown={shown} />
    </>
  );
}

const copiesOf = ({ redirections }: TestRun, element: string): readonly string[] =>
  redirections.filter((one) => one.element === element).map(({ name }) => name);

type DecisionProps = { readonly status: TestRun['status']; readonly decision: string };

const Decision = ({ status, decision }: DecisionProps) => (
  <p className={classes.ended} data-good={status === 'COMPLETED_ENDED_SUCCESS' || undefined} role="status">
    {runWords.decision(decision)}
  </p>
);
