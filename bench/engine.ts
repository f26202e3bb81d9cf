import { advance, type State, start } from '@latchkey/engine';
import { guide, guideAnswers } from '../packages/engine/src/guide.fixture.ts';
import { answerParent } from './child.ts';
import { median } from './median.ts';

export type EngineBench = {
  /** Starts and events per second on one core. */
  readonly stepsPerSecond: number;
  /** Copies of a state, with new lists and new tokens, per second: the least that a pure step does. */
  readonly floorPerSecond: number;
  readonly ofFloor: number;
  /** The largest state of the journey as JSON. */
  readonly stateBytes: number;
};

/** Applies the guide's journey (one cancel, one retry, success) over and over on one core, in turn with its floor. */
export function engineBench(rounds = 5, measuredMs = 500): EngineBench {
  const states = journey();
  const steps = { ours: journey, floor: () => states.map(copyOf) };
  runFor(measuredMs, steps.ours);
  runFor(measuredMs, steps.floor);
  const measured = Array.from({ length: rounds }, () => ({
    ours: runFor(measuredMs, steps.ours),
    floor: runFor(measuredMs, steps.floor),
  }));
  return {
    stepsPerSecond: median(measured.map(({ ours }) => ours)),
    floorPerSecond: median(measured.map(({ floor }) => floor)),
    ofFloor: median(measured.map(({ ours, floor }) => ours / floor)),
    stateBytes: Math.max(...states.map((state) => Buffer.byteLength(JSON.stringify(state)))),
  };
}

function journey(): readonly State[] {
  let { state } = start(guide, 0);
  const seen = [state];
  guideAnswers.forEach((answer, index) => {
    state = advance(guide, state, answer(state.tokens[0]?.id ?? ''), index).state;
    seen.push(state);
  });
  if (state.status !== 'completed') throw new Error(`the guide's journey is ${state.status}`);
  return seen;
}

const copyOf = (state: State): State => ({ ...state, tokens: state.tokens.map((token) => ({ ...token })) });

/** Steps per second. */
function runFor(ms: number, run: () => readonly State[]): number {
  const begin = performance.now();
  let steps = 0;
  let elapsed = 0;
  while (elapsed < ms) {
    for (let round = 0; round < 200; round += 1) steps += run().length;
    elapsed = performance.now() - begin;
  }
  return (steps / elapsed) * 1000;
}

if (import.meta.main) {
  if (process.send) answerParent(() => engineBench());
  else console.log(engineBench());
}
