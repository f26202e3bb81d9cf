import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { endOf, type Insight, type InstanceEnd, reachedBy, reaches } from './insight.ts';
import { dueAtOf, hasEnded, statusOf } from './instance-outcome.ts';
import type { InstanceStep } from './instance-step.ts';
import type { Instance } from './process-instance.ts';
import type { StepNote, StoredStep } from './process-instances.sql.ts';
import { decisionOf } from './session-data/decision.ts';
import { instancePlace, type SessionDataSafe } from './session-data/session-data-safe.ts';

/** What a step does not change by itself. */
export type Kept = Pick<Instance, 'deadlineAt' | 'startedAt' | 'visitorHash' | keyof Insight>;

type StoreNeeds = { readonly safe: Pick<SessionDataSafe, 'close'>; readonly newId: NewId };

/** What is stored of a step: status, decision and the next due moment follow from its state and its data. */
export async function storedStep(
  { safe, newId }: StoreNeeds,
  step: InstanceStep,
  kept: Kept,
  actor: Actor,
): Promise<StoredStep> {
  const reached = reachedBy(step.state, step.data, kept.reached);
  const outcome = endOf(step, kept.deadlineAt);
  return {
    id: step.instanceId,
    status: statusOf(step.state, step.data),
    decision: decisionOf(step.data) ?? null,
    state: step.state,
    ...(await safe.close(instancePlace({ tenant: step.tenant, id: step.instanceId }), step.data)),
    dueAt: dueAtOf(step.state, kept.deadlineAt),
    now: step.now,
    actor: actor.name,
    events: step.events,
    pending: step.pending,
    notes: factsOf(step, { reached, before: kept.reached, outcome }).map((fact) => ({
      id: newId(),
      actorKind: actor.kind,
      ...fact,
    })),
    endedAt: hasEnded(step.state) ? step.now : null,
    startedAt: kept.startedAt,
    visitorHash: kept.visitorHash,
    reached,
    outcome,
    browser: kept.browser,
    device: kept.device,
  };
}

type Fact = Omit<StepNote, 'id' | 'actorKind'>;

type Funnel = { readonly before: number; readonly reached: number; readonly outcome: InstanceEnd | null };

/** Steps of the funnel that the audit hears of beside the start and the end, each once. */
const milestones = [
  { at: reaches.formShown, what: 'form-shown' },
  { at: reaches.promptShown, what: 'prompt-shown' },
  { at: reaches.registered, what: 'registered' },
] as const;

/** What the audit is told: that the instance began, met failures that nobody caught, ended. */
function factsOf(step: InstanceStep, funnel: Funnel): readonly Fact[] {
  const { definitionId } = step;
  return [
    ...(step.isFirst ? [fact('started', null, { definitionId })] : []),
    ...step.events.flatMap(({ event }) => operatorActs[event.kind] ?? []).map((act) => fact(act, null, {})),
    ...milestones
      .filter((each) => funnel.before < each.at && each.at <= funnel.reached)
      .map(({ what }) => fact(what, null, { definitionId })),
    ...step.incidents.map(({ node, error }) => fact('incident', error, { node })),
    ...(hasEnded(step.state) ? [ended(step, funnel.outcome)] : []),
  ];
}

/** Events that somebody asked for, and not the diagram. */
const operatorActs: Readonly<Record<string, string>> = {
  'incident-retried': 'retried',
  cancelled: 'cancelled',
  'deadline-extended': 'deadline-extended',
};

const ended = ({ state, data }: InstanceStep, outcome: InstanceEnd | null): Fact =>
  fact('ended', state.error ?? null, {
    status: statusOf(state, data),
    decision: decisionOf(data) ?? null,
    outcome,
  });

const fact = (what: string, code: string | null, facts: Fact['facts']): Fact => ({
  action: `process-instance.${what}`,
  outcome: code === null ? 'SUCCESS' : 'FAILURE',
  code,
  facts,
});
