import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { dueAtOf, hasEnded, statusOf } from './instance-outcome.ts';
import type { InstanceStep } from './instance-step.ts';
import type { Instance } from './process-instance.ts';
import type { StepNote, StoredStep } from './process-instances.sql.ts';
import { decisionOf } from './session-data/decision.ts';

/** What a step does not change by itself. */
export type Kept = Pick<Instance, 'deadlineAt' | 'startedAt' | 'visitorHash'>;

/** What is stored of a step: status, decision and the next due moment follow from its state and its data. */
export function storedStep(step: InstanceStep, kept: Kept, actor: Actor, newId: NewId): StoredStep {
  return {
    id: step.instanceId,
    status: statusOf(step.state, step.data),
    decision: decisionOf(step.data) ?? null,
    state: step.state,
    data: step.data,
    dueAt: dueAtOf(step.state, kept.deadlineAt),
    now: step.now,
    actor: actor.name,
    events: step.events,
    pending: step.pending,
    notes: factsOf(step).map((fact) => ({ id: newId(), actorKind: actor.kind, ...fact })),
    endedAt: hasEnded(step.state) ? step.now : null,
    startedAt: kept.startedAt,
    visitorHash: kept.visitorHash,
  };
}

type Fact = Omit<StepNote, 'id' | 'actorKind'>;

/** What the audit is told: that the instance began, met failures that nobody caught, ended. */
function factsOf(step: InstanceStep): readonly Fact[] {
  const { definitionId } = step;
  return [
    ...(step.isFirst ? [fact('started', null, { definitionId })] : []),
    ...step.events.flatMap(({ event }) => operatorActs[event.kind] ?? []).map((act) => fact(act, null, {})),
    ...step.incidents.map(({ node, error }) => fact('incident', error, { node })),
    ...(hasEnded(step.state) ? [ended(step)] : []),
  ];
}

/** Events that somebody asked for, and not the diagram. */
const operatorActs: Readonly<Record<string, string>> = {
  'incident-retried': 'retried',
  cancelled: 'cancelled',
};

const ended = ({ state, data }: InstanceStep): Fact =>
  fact('ended', state.error ?? null, { status: statusOf(state, data), decision: decisionOf(data) ?? null });

const fact = (what: string, code: string | null, facts: Fact['facts']): Fact => ({
  action: `process-instance.${what}`,
  outcome: code === null ? 'SUCCESS' : 'FAILURE',
  code,
  facts,
});
