import { parseTimer } from '@latchkey/bpmn';
import { defineProblems } from '@latchkey/kernel';

export const momentProblems = defineProblems({
  'duration.invalid': { title: 'That is neither a duration (PT90S), seconds, nor a moment.', status: 422 },
});

/** The moment that a timer's value names: seconds or an ISO 8601 duration from `now`, or a date-time. Throws `duration.invalid`. */
export function momentOf(value: unknown, now: number): number {
  if (typeof value === 'number' && value >= 0) return now + value * 1000;
  const rule = typeof value === 'string' ? parseTimer(value) : undefined;
  if (rule?.kind === 'after') return now + rule.ms;
  if (rule?.kind === 'at') return rule.at;
  throw momentProblems.create('duration.invalid');
}
