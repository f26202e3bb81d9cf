import type { Effect } from '@latchkey/engine';
import { evaluateCondition, evaluateParameter, parseParameter } from '@latchkey/expressions';
import { Problem } from '@latchkey/kernel';
import { happen, type InstanceStep } from './instance-step.ts';
import { momentOf } from './moment.ts';
import { performTask, type Workplace } from './perform-task.ts';

/** Effects that one step runs; what is left then goes to the outbox, so that no loop holds a transaction for ever. */
export const stepBudget = 50;

type EffectOf<Kind> = Extract<Effect, { readonly kind: Kind }>;
type RunEffect<Kind> = (
  step: InstanceStep,
  effect: EffectOf<Kind>,
  place: Workplace,
) => Promise<InstanceStep> | InstanceStep;

const effects: { readonly [Kind in Effect['kind']]: RunEffect<Kind> } = {
  'run-activity': async (step, { token }, place) =>
    (await performTask(step, token, place, (activity, parameters, run) => activity.execute(parameters, run)))
      .step,
  'evaluate-conditions': (step, { token, flows }) =>
    evaluated(step, token, () =>
      happen(step, {
        kind: 'conditions-evaluated',
        token,
        results: Object.fromEntries(flows.map((flow) => [flow, holds(step, flow)])),
      }),
    ),
  'resolve-timer': (step, { timer, expression }) =>
    evaluated(step, step.state.timers.find(({ id }) => id === timer)?.token ?? '', () => {
      const dueAt = momentOf(evaluateParameter(parseParameter(expression), step.data), step.now);
      return happen(step, { kind: 'timer-resolved', timer, dueAt });
    }),
  'raise-incident': (step, { node, error }) => ({ ...step, incidents: [...step.incidents, { node, error }] }),
  // Stands in the state, from which status, decision and audit are made when the step is stored.
  'instance-ended': (step) => step,
};

/** Runs effects until the instance waits or ends, or the budget is spent; what is left stays pending. */
export async function runEffects(
  begun: InstanceStep,
  place: Workplace,
  budget = stepBudget,
): Promise<InstanceStep> {
  let step = begun;
  for (let spent = 0; spent < budget; spent += 1) {
    const [next, ...pending] = step.pending;
    if (next === undefined) return step;
    step = await (effects[next.effect.kind] as RunEffect<Effect['kind']>)(
      { ...step, pending },
      next.effect,
      place,
    );
  }
  return step;
}

const holds = (step: InstanceStep, flow: string): boolean =>
  evaluateCondition(step.definition.flows[flow]?.condition ?? '${true}', step.data);

/** What cannot be evaluated fails its token: the diagram is at fault, and an operator is told. */
function evaluated(step: InstanceStep, token: string, evaluate: () => InstanceStep): InstanceStep {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return happen(step, { kind: 'activity-failed', token, error: error.code });
  }
}
