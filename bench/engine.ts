import { advance, type State, start } from '@latchkey/engine';
import { guide, guideAnswers } from '../packages/engine/src/guide.fixture.ts';

/**
 * Applies the guide's journey (one cancel, one retry, success) over and over on one core. `stepsPerSecond` counts
 * starts and events; `stateBytes` is the largest state of the journey as JSON.
 */
export function engineBench(): { readonly stepsPerSecond: number; readonly stateBytes: number } {
  const stateBytes = Math.max(...states().map((state) => Buffer.byteLength(JSON.stringify(state))));
  runFor(500);
  return { stepsPerSecond: Math.round(runFor(2_000)), stateBytes };
}

function states(): State[] {
  let { state } = start(guide, 0);
  const seen = [state];
  guideAnswers.forEach((answer, index) => {
    state = advance(guide, state, answer(state.tokens[0]?.id ?? ''), index).state;
    seen.push(state);
  });
  if (state.status !== 'completed') throw new Error(`the guide's journey is ${state.status}`);
  return seen;
}

function runFor(ms: number): number {
  const begin = performance.now();
  let steps = 0;
  let elapsed = 0;
  while (elapsed < ms) {
    for (let round = 0; round < 200; round++) steps += states().length;
    elapsed = performance.now() - begin;
  }
  return (steps / elapsed) * 1000;
}

if (import.meta.main) {
  const { stepsPerSecond, stateBytes } = engineBench();
  console.log(`engine: ${stepsPerSecond.toLocaleString('en')} steps per second, state ${stateBytes} bytes`);
}
