import type { Submission } from './protocol.ts';

/**
 * What a browser without JavaScript sent as `application/x-www-form-urlencoded`, as the submission that the module
 * would have sent. Fields of the page itself begin with an underscore, which no field of a form can.
 */
export function plainSubmission(fields: Readonly<Record<string, unknown>>): Submission {
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('_')));
  if (fields._more !== undefined) return { attempt: Number(fields._attempt), kind: 'extend' };
  return {
    attempt: Number(fields._attempt),
    kind: fields._kind === 'prepare' ? 'prepare' : 'submit',
    values,
  };
}
