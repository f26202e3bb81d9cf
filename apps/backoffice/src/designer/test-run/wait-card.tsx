import {
  promptOutcomes,
  type SimulatedAuthenticator,
  type TestRun,
  type TestRunAct,
} from '@latchkey/contract';
import { Button, Stack } from '@mantine/core';
import { IconArrowRight, IconDeviceLaptop, IconKey, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Drawing } from '../drawing.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { AuthenticatorChoices } from './authenticator-choices.tsx';
import classes from './test-run.module.css';
import { runWords } from './words.ts';

export type Wait = TestRun['waits'][number];

/** What the tester wants the phone's prompt to come to. */
export type Answer =
  | { readonly kind: 'simulated'; readonly authenticator: SimulatedAuthenticator }
  | { readonly kind: 'own-device' }
  | { readonly kind: 'ends'; readonly outcome: (typeof promptOutcomes)[number] };

type Props = {
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
export function WaitCard(props: Props) {
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
      {(wait.kind === 'passkey-form' || (wait.kind === 'page' && props.isPromptOpen)) && (
        <PromptChoices {...props} />
      )}
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

/** How the prompt of a passkey form is answered. */
function PromptChoices({ wait, isPromptOpen, isBusy, onAnswer }: Props) {
  const [authenticator, setAuthenticator] = useState<SimulatedAuthenticator>({});
  const { origins = [], relyingPartyId = '' } = wait.passkey ?? {};
  const isOwnFit = origins.includes(location.origin);
  return (
    <div className={classes.prompt} data-open={isPromptOpen || undefined}>
      <p className={classes.help} role="status">
        {isPromptOpen ? runWords.promptOpen : runWords.prompt}
      </p>
      <h5>{runWords.simulated}</h5>
      <AuthenticatorChoices value={authenticator} onChange={setAuthenticator} />
      <Stack gap={6}>
        <Choice
          icon={<IconKey size={14} />}
          isMain
          {...{ isBusy }}
          onPick={() => onAnswer({ kind: 'simulated', authenticator })}
        >
          {runWords.create}
        </Choice>
        <Choice
          icon={<IconDeviceLaptop size={14} />}
          isBusy={isBusy || !isOwnFit}
          onPick={() => onAnswer({ kind: 'own-device' })}
        >
          {runWords.ownDevice}
        </Choice>
      </Stack>
      <p className={classes.help}>
        {isOwnFit
          ? runWords.ownDeviceLeaves
          : runWords.ownDeviceNot(relyingPartyId, origins, location.origin)}
      </p>
      <h5>{runWords.orElse}</h5>
      <Stack gap={6}>
        {promptOutcomes.map((outcome) => (
          <Choice key={outcome} {...{ isBusy }} onPick={() => onAnswer({ kind: 'ends', outcome })}>
            {runWords.outcomes[outcome]}
          </Choice>
        ))}
      </Stack>
    </div>
  );
}

type ChoiceProps = {
  readonly icon?: ReactNode;
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
};

/** One thing that may happen, by one press. */
export function Choice({ icon, isMain = false, isBusy, onPick, children }: ChoiceProps) {
  return (
    <Button
      className={classes.choice}
      size="xs"
      variant={isMain ? 'filled' : 'default'}
      justify="flex-start"
      leftSection={icon}
      disabled={isBusy}
      onClick={onPick}
    >
      {children}
    </Button>
  );
}
