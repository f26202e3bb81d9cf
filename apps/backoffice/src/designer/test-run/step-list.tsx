import type { TestRun } from '@latchkey/contract';
import { Button, Group, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconRefresh, IconSettings } from '@tabler/icons-react';
import type { Drawing } from '../drawing.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import { PanelSection } from '../panel/panel-section.tsx';
import classes from './steps.module.css';
import { runWords } from './words.ts';

type Step = TestRun['steps'][number];
type Props = {
  readonly run: TestRun;
  readonly drawing: Drawing;
  readonly isBusy: boolean;
  /** The step whose variables are shown; 0 is the start. */
  readonly shown: number;
  readonly onShow: (step: number) => void;
  readonly onRewind: (keep: number) => void;
  readonly onSetUp: () => void;
};

/** What was done so far, from the start to what failed. A step shows its variables; the run can come back to it. */
export function StepList({ run, drawing, isBusy, shown, onShow, onRewind, onSetUp }: Props) {
  const { steps, incidents } = run;
  const start = Object.values(drawing.elements).find(
    ({ kind, parent }) => kind === 'start' && parent === drawing.processId,
  );
  return (
    <PanelSection title={runWords.steps} count={1 + steps.length + incidents.length}>
      <ol className={classes.steps}>
        <li data-shown={(steps.length === 0 && shown === 0) || undefined}>
          <p>
            <strong>{nameOf(drawing, start?.id ?? '')}</strong> <span>{runWords.began}</span>
          </p>
        </li>
        {steps.map((step) => (
          <li key={step.number} data-shown={step.number === shown || undefined}>
            <UnstyledButton aria-pressed={step.number === shown} onClick={() => onShow(step.number)}>
              <strong>{nameOf(drawing, step.element ?? '')}</strong> <span>{whatOf(step)}</span>
              {step.refused && <Refused step={step} refused={step.refused} />}
            </UnstyledButton>
            {step.number < steps.length && (
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={isBusy}
                leftSection={<IconArrowBackUp size={13} aria-hidden />}
                aria-label={runWords.backLabel(step.number)}
                onClick={() => onRewind(step.number)}
              >
                {runWords.back}
              </Button>
            )}
          </li>
        ))}
        {incidents.map(({ element, code }) => (
          <li key={`${element} ${code}`} data-failed>
            <p>
              <strong>{nameOf(drawing, element)}</strong> <span>{runWords.uncaughtFailure}</span>
            </p>
          </li>
        ))}
      </ol>
      <Group gap={6}>
        {run.status === 'ACTIVE' && (
          <Button
            size="xs"
            variant="default"
            disabled={isBusy}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => onRewind(0)}
          >
            {runWords.again}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          disabled={isBusy}
          leftSection={<IconSettings size={14} aria-hidden />}
          onClick={onSetUp}
        >
          {runWords.other}
        </Button>
      </Group>
    </PanelSection>
  );
}

type RefusedProps = { readonly step: Step; readonly refused: NonNullable<Step['refused']> };

/** Each field that the form did not take, with what was entered and what the person was told. */
const Refused = ({ step: { act }, refused }: RefusedProps) =>
  refused.map(({ field, message }) => (
    <span key={field} className={classes.refused}>
      <code>{runWords.entered(field, act.values?.[field])}</code> {message}
    </span>
  ));

function whatOf({ act: { kind, code, outcome }, refused }: Step): string {
  if (refused !== undefined) return runWords.refused;
  const detail = code ?? (outcome === undefined ? undefined : runWords.outcomes[outcome]);
  return detail === undefined ? runWords.acts[kind] : `${runWords.acts[kind]}: ${detail}`;
}
