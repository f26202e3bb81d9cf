import type { FieldError } from '@latchkey/kernel';
import { readMoment } from '../db/read-moment.ts';
import { instanceProblems } from './process-instance.ts';

type Period = { readonly from?: string; readonly to?: string };

/** The moments of a filter in UTC. Throws `process-instance.filter-invalid`. */
export function readPeriod({ from, to }: Period): Period {
  const errors: FieldError[] = [];
  const read = (name: string, text: string | undefined) => {
    const moment = text === undefined || text === '' ? undefined : readMoment(text);
    if (text !== undefined && text !== '' && moment === undefined)
      errors.push({ pointer: `/query/${name}`, detail: 'must be a moment such as 2026-05-04T10:00:00Z' });
    return moment;
  };
  const [start, end] = [read('from', from), read('to', to)];
  if (errors.length > 0) throw instanceProblems.create('process-instance.filter-invalid', { errors });
  return { ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }) };
}
