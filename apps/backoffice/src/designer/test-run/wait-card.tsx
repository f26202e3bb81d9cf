import type { promptOutcomes, SimulatedAuthenticator, TestRun, TestRunAct } from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { IconArrowRight, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import type { Drawing } from '../drawing.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { Choice } from './choice.tsx';
import { PromptChoices } from './prompt-choices.tsx';
import classes from './test-run.module.css';
import { runWords } from './words.ts';

export type Wait = TestRun['waits'][number];

/** What the tester wants the phone's prompt to come to. */
export type Answer =
  | {
      readonly kind: 'simulated';
      readonly authenticator: SimulatedAuthenticator;
      /** External id of who signs in; whoever can, unless told. */
      readonly person?: string;
    }
  | { readonly kind: 'own-device' }
  | { readonly kind: 'ends'; readonly outcome: (typeof promptOutcomes)[number] };

export type WaitProps = {
  readonly wait: Wait;
  readonly drawing: Drawing;
  /** Names of what the step writes to, as copies. */
  readonly copies: readonly string[];
  readonly isPromptOpen: boolean;
  readonly isBusy: boolean;
  readonly onAct: (act: TestRunAct) => void;
  readonly onSend: () => void;
  readonly onAnswer: (answer: Answer) => void;
};

/** One thing that waits: what the tester may let happen. */
export function WaitCard(props: WaitProps) {
  const { wait, drawing, copies, isBusy, onAct, onSend } = props;
  const { token, failures } = wait;
  return (
    <section className={classes.wait} aria-label={nameOf(drawing, wait.element)}>
      <h4>{nameOf(drawing, wait.element)}</h4>
      {copies.length > 0 && <p className={classes.help}>{runWords.copies(copies.join(', '))}</p>}
      {wait.kind === 'activity' && (
        <Stack gap={6}>
          <Choice
            icon={<IconPlayerPlay size={14} />}
            isMain
            {...{ isBusy }}
            onPick={() => onAct({ kind: 'run', token })}
          >
            {runWords.run}
          </Choice>
          <Choice
            icon={<IconArrowRight size={14} />}
            {...{ isBusy }}
            onPick={() => onAct({ kind: 'run-on', token })}
          >
            {runWords.runOn}
          </Choice>
        </Stack>
      )}
      {wait.kind === 'form' && (
        <>
          <p className={classes.help}>{runWords.form}</p>
          <Choice icon={<IconSend size={14} />} isMain {...{ isBusy }} onPick={onSend}>
            {runWords.send}
          </Choice>
        </>
      )}
      {wait.kind === 'page' && <p className={classes.help}>{runWords.page}</p>}
      {(['passkey-form', 'sign-in-form'].includes(wait.kind) ||
        (wait.kind === 'page' && props.isPromptOpen)) && <PromptChoices {...props} />}
      {failures.length > 0 && (
        <>
          <h5>{runWords.fails}</h5>
          <Stack gap={6}>
            {failures.map(({ code, label, caughtBy }) => (
              <Choice key={code} {...{ isBusy }} onPick={() => onAct({ kind: 'fail', token, code })}>
                {label}
                <span>
                  {caughtBy === undefined ? runWords.uncaught : runWords.caught(beyond(drawing, caughtBy))}
                </span>
              </Choice>
            ))}
          </Stack>
        </>
      )}
    </section>
  );
}

/** Where a boundary event leads. */
function beyond(drawing: Drawing, boundary: string): string {
  const flow = Object.values(drawing.elements).find(({ source }) => source === boundary);
  return nameOf(drawing, flow?.target ?? boundary);
}
