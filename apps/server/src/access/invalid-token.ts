import { accessProblems } from './access-problems.ts';

/** The problem of a credential that was sent and is not good (RFC 6750 section 3.1). */
export const invalidToken = (cause?: unknown) =>
  accessProblems.create('access.unauthenticated', {
    facts: { challenge: 'Bearer realm="latchkey", error="invalid_token"' },
    ...(cause !== undefined && { cause }),
  });
