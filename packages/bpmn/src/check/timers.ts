import type { Node, TimerRule } from '@latchkey/engine';
import { parseParameter } from '@latchkey/expressions';
import type { DefinitionProblem } from '../definition-problem.ts';
import { unreadable } from './check-value.ts';
import type { Rule } from './rule.ts';

/** Every timer has a length, a moment or an expression that parses. */
export const timers: Rule = ({ definition }) =>
  Object.values(definition.nodes).flatMap((node) => {
    const timer = timerOf(node);
    const fault = timer && checkTimer(timer);
    return fault ? [{ ...fault, element: node.id, property: 'timer' }] : [];
  });

function timerOf(node: Node): TimerRule | undefined {
  if (node.kind === 'timer-catch') return node.timer;
  return node.kind === 'boundary' && node.trigger.kind === 'timer' ? node.trigger.timer : undefined;
}

function checkTimer(timer: TimerRule): Omit<DefinitionProblem, 'element'> | undefined {
  if (timer.kind !== 'expression') return undefined;
  try {
    if (parseParameter(timer.expression).kind !== 'literal') return undefined;
  } catch (problem) {
    return unreadable(problem);
  }
  return {
    rule: 'timer-invalid',
    problem: 'The timer has no expression.',
    repair: 'Write a duration such as PT10M, a date, or one ${…} expression.',
  };
}
