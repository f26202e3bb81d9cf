import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { dueAtOf, hasEnded, hasIncident, statusOf } from './instance-outcome.ts';
import type { InstanceStep } from './instance-step.ts';
import type { Instance } from './process-instance.ts';
import type { StepNote, StoredStep } from './process-instances.sql.ts';
import { decisionOf } from './session-data/decision.ts';

type Kept = Pick<Instance, 'deadlineAt' | 'startedAt' | 'visitorHash'>;

/** What is stored of a step: status, decision and the next due moment follow from its state and its data. */
export function storedStep(step: InstanceStep, kept: Kept, actor: Actor, newId: NewId): StoredStep {
  const status = statusOf(step.state, step.data);
  return {
    id: step.instanceId,
    status,
    decision: decisionOf(step.data) ?? null,
    state: step.state,
    data: step.data,
    dueAt: dueAtOf(step.state, kept.deadlineAt),
    now: step.now,
    actor: actor.name,
    events: step.events,
    pending: step.pending.filter(({ effect }) => effect.kind !== 'raise-incident' && effect.kind !== 'instance-ended'),
    notes: notesOf(step, actor, newId),
    endedAt: hasEnded(step.state) ? step.now : null,
    startedAt: kept.startedAt,
    visitorHash: kept.visitorHash,
  };
}

/** What the audit is told: that an instance began, ended, or met a failure that nobody caught. */
function notesOf(step: InstanceStep, actor: Actor, newId: NewId): readonly StepNote[] {
  const note = (action: string, failure: string | null, facts: Readonly<Record<string, unknown>>): StepNote => ({
    id: newId(),
    actorKind: actor.kind,
    action,
    outcome: failure === null ? 'SUCCESS' : 'FAILURE',
    code: failure,
    facts,
  });
  const notes: StepNote[] = [];
  if (step.isFirst) notes.push(note('process-instance.started', null, { definitionId: step.definitionId }));
  if (hasIncident(step.state) && step.events.length > 0) notes.push(note('process-instance.incident', incidentOf(step), {}));
  if (hasEnded(step.state)) {
    const facts = { status: statusOf(step.state, step.data), decision: decisionOf(step.data) ?? null };
    notes.push(note('process-instance.ended', step.state.error ?? null, facts));
  }
  return notes;
}

const incidentOf = ({ state }: InstanceStep) =>
  state.tokens.find(({ status }) => status === 'incident')?.error ?? 'process.failed';
