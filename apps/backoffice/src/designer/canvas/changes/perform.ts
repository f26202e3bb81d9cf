import type { Change } from '../../change.ts';
import type { Making } from '../make-shape.ts';
import type { Shape } from '../services.ts';
import type { Act } from './act.ts';
import { attach } from './attach.ts';
import { setError } from './errors.ts';
import { add, align, append, connect, remove, replace } from './place.ts';
import { setParameter } from './set-parameter.ts';
import {
  setCondition,
  setDefault,
  setDocumentation,
  setInterrupting,
  setName,
  setTimer,
} from './set-text.ts';

type Acts = { readonly [Kind in Change['kind']]: Act<Kind> };

const acts: Acts = {
  name: setName,
  documentation: setDocumentation,
  parameter: setParameter,
  condition: setCondition,
  default: setDefault,
  timer: setTimer,
  error: setError,
  interrupting: setInterrupting,
  add,
  append,
  replace,
  attach,
  connect,
  remove,
  align,
  undo: ({ ask }) => void ask('commandStack').undo(),
  redo: ({ ask }) => void ask('commandStack').redo(),
};

const steps: ReadonlySet<Change['kind']> = new Set(['undo', 'redo']);

/** Registers the command that holds everything that one change does, so that one undo takes it all back. */
export function registerTogether(making: Making): void {
  class Together {
    preExecute(context: { readonly run: () => void }): void {
      context.run();
    }
  }
  making.ask('commandStack').registerHandler('latchkey.together', Together);
}

/** Carries out a change as one step of undo. */
export function perform(making: Making, change: Change): Shape | undefined {
  const act = acts[change.kind] as Act<Change['kind']>;
  if (steps.has(change.kind)) return act(making, change as never);
  let made: Shape | undefined;
  const run = () => {
    made = act(making, change as never);
  };
  making.ask('commandStack').execute('latchkey.together', { run });
  return made;
}
