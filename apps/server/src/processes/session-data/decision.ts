import { readPath, type SessionData, writePath } from './session-data.ts';

export type Decision = 'PASS' | 'FAIL' | 'REVIEW';

/** Records a decision where conditions, the API and people look for it. */
export function recordDecision(data: SessionData, decision: Decision): SessionData {
  const decided = { ...data, decision, _decision: decision };
  return writePath(decided, ['_checks', 'overallOutcome'], decision);
}

/** The last decision; `undefined` before any. */
export const decisionOf = (data: SessionData): Decision | undefined =>
  readPath(data, ['_decision']) as Decision | undefined;
