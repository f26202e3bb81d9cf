import { advance, type Definition, type Effect, type Event, type State, start } from '@latchkey/engine';
import { evaluateCondition } from '@latchkey/expressions';

type Data = Readonly<Record<string, unknown>>;

/** One instance that is tried out: the real engine, no activity, and data that are samples. */
export type Run = {
  readonly definition: Definition;
  readonly state: State;
  readonly data: Data;
  /** Milliseconds; moves only when a timer fires. */
  readonly now: number;
  readonly trail: readonly TrailEntry[];
  readonly visited: readonly string[];
};

export type TrailEntry = { readonly node: string; readonly outcome: string };

/** What may happen next, by one press each. */
export type Choice =
  | { readonly kind: 'complete'; readonly token: string; readonly node: string; readonly decision?: string }
  | { readonly kind: 'fail'; readonly token: string; readonly node: string; readonly code: string }
  | { readonly kind: 'fire'; readonly timer: string; readonly node: string }
  | { readonly kind: 'take'; readonly token: string; readonly node: string; readonly flow: string };

const startedAt = 0;
/** What a timer by an expression takes in a trial: its value is not known. */
const someTime = 60_000;

/** Starts an instance. */
export function begin(definition: Definition): Run {
  const { state, effects } = start(definition, startedAt);
  const run = { definition, state, data: {}, now: startedAt, trail: [], visited: [] };
  return settle(seen(run, state), effects);
}

/** Lets something happen. `samples` are what a completed activity leaves. */
export function choose(run: Run, choice: Choice, samples: (node: string, data: Data) => Data): Run {
  const due =
    choice.kind === 'fire' ? run.state.timers.find(({ id }) => id === choice.timer)?.dueAt : undefined;
  const now = Math.max(run.now, due ?? run.now);
  const sampled = choice.kind === 'complete' ? samples(choice.node, run.data) : run.data;
  const decided =
    choice.kind === 'complete' && choice.decision !== undefined
      ? { ...sampled, decision: choice.decision, _decision: choice.decision }
      : sampled;
  const trail = [...run.trail, { node: choice.node, outcome: outcomeOf(choice) }];
  return step({ ...run, now, trail, data: decided }, eventOf(run, choice));
}

const outcomeOf = (choice: Choice): string =>
  ({
    complete: () => (choice as { decision?: string }).decision ?? 'completed',
    fail: () => (choice as { code: string }).code,
    fire: () => 'time passed',
    take: () => 'decided',
  })[choice.kind]();

function eventOf({ definition }: Run, choice: Choice): Event {
  if (choice.kind === 'complete') return { kind: 'activity-completed', token: choice.token };
  if (choice.kind === 'fail') return { kind: 'activity-failed', token: choice.token, error: choice.code };
  if (choice.kind === 'fire') return { kind: 'timer-fired', timer: choice.timer };
  const flows = conditionsOf(definition, choice.node);
  return {
    kind: 'conditions-evaluated',
    token: choice.token,
    results: Object.fromEntries(flows.map((id) => [id, id === choice.flow])),
  };
}

const conditionsOf = ({ nodes, flows }: Definition, node: string): readonly string[] =>
  (nodes[node]?.outgoing ?? []).filter((id) => flows[id]?.condition !== undefined);

function step(run: Run, event: Event): Run {
  const { state, effects } = advance(run.definition, run.state, event, run.now);
  return settle(seen({ ...run, state }, state), effects);
}

/** Answers by itself what the engine asks of the data: conditions that can be evaluated, timers. */
function settle(run: Run, effects: readonly Effect[]): Run {
  return effects.reduce<Run>((now, effect) => {
    if (effect.kind === 'resolve-timer')
      return step(now, { kind: 'timer-resolved', timer: effect.timer, dueAt: now.now + someTime });
    if (effect.kind !== 'evaluate-conditions') return now;
    const results = evaluated(now, effect.flows);
    return results ? step(now, { kind: 'conditions-evaluated', token: effect.token, results }) : now;
  }, run);
}

/** The values of conditions; undefined when the sample data does not tell one of them. */
function evaluated(
  { definition, data }: Run,
  flows: readonly string[],
): Readonly<Record<string, boolean>> | undefined {
  try {
    return Object.fromEntries(
      flows.map((id) => [id, evaluateCondition(definition.flows[id]?.condition ?? '', data as never)]),
    );
  } catch {
    return undefined;
  }
}

const seen = (run: Run, { tokens }: State): Run => ({
  ...run,
  visited: [
    ...new Set([...run.visited, ...tokens.flatMap(({ node, via }) => [node, ...(via ? [via] : [])])]),
  ],
});

/** What each token may do next. `codesOf` names the failures that an activity declares. */
export function choicesOf(
  { definition, state }: Run,
  {
    codesOf,
    decides,
  }: { readonly codesOf: (node: string) => readonly string[]; readonly decides: (node: string) => boolean },
): readonly Choice[] {
  if (state.status !== 'active') return [];
  const byTokens = state.tokens.flatMap((token): readonly Choice[] => {
    const { id, node, status } = token;
    if (status === 'working') {
      const ends: readonly Choice[] = decides(node)
        ? ['PASS', 'FAIL', 'REVIEW'].map((decision) => ({ kind: 'complete', token: id, node, decision }))
        : [{ kind: 'complete', token: id, node }];
      return [...ends, ...codesOf(node).map((code) => ({ kind: 'fail' as const, token: id, node, code }))];
    }
    if (status !== 'deciding') return [];
    return (definition.nodes[node]?.outgoing ?? []).map((flow) => ({
      kind: 'take' as const,
      token: id,
      node,
      flow,
    }));
  });
  return [...byTokens, ...state.timers.map(({ id, node }) => ({ kind: 'fire' as const, timer: id, node }))];
}
