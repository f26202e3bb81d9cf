import type { State } from '@latchkey/engine';
import type { UserAgentFamilies } from '../operators/user-agent-family.ts';
import { hasEnded, statusOf } from './instance-outcome.ts';
import { currentRegistrations, hasRegistered } from './session-data/passkey-registrations.ts';
import type { SessionData } from './session-data/session-data.ts';

/** The steps of the funnel, in their order; stored as numbers. Each includes those before it. */
export const reaches = Object.freeze({
  notBegun: 0,
  started: 1,
  formShown: 2,
  promptShown: 3,
  registered: 4,
});

/** How an instance ended, for the funnel. `completed` is an end without a passkey that is no failure. */
export type InstanceEnd = 'registered' | 'cancelled' | 'timed-out' | 'failed' | 'completed';

/** What is kept of an instance for the funnel beside its state. */
export type Insight = {
  readonly reached: number;
  readonly browser: string | null;
  readonly device: string | null;
};

/** An instance that no browser has opened yet. */
export const unopened: Insight = Object.freeze({ reached: reaches.notBegun, browser: null, device: null });

/** The columns of a browser's own names. */
export const insightOf = ({ browser, device }: UserAgentFamilies) => ({ browser, device: device ?? null });

/** How far an instance has come; never less far than `before`. */
export function reachedBy(state: State, data: SessionData, before: number): number {
  const waitsForPerson = state.tokens.some(
    ({ isAwaiting, status }) => isAwaiting === true && status === 'working',
  );
  const prompted = currentRegistrations(data).some(
    ({ promptedAt, browserOutcome }) => promptedAt !== undefined || browserOutcome !== undefined,
  );
  return Math.max(
    before,
    reaches.started,
    waitsForPerson ? reaches.formShown : 0,
    prompted ? reaches.promptShown : 0,
    hasRegistered(data) ? reaches.registered : 0,
  );
}

type Ending = { readonly state: State; readonly data: SessionData; readonly now: number };

/** How an instance ended; `null` while it has not. `deadlineAt` in milliseconds. */
export function endOf({ state, data, now }: Ending, deadlineAt: number | null): InstanceEnd | null {
  if (!hasEnded(state)) return null;
  if (hasRegistered(data)) return 'registered';
  if (state.status === 'terminated')
    return deadlineAt !== null && now >= deadlineAt ? 'timed-out' : 'cancelled';
  const status = statusOf(state, data);
  if (status === 'COMPLETED_TERMINATED') return 'timed-out';
  const outcome = currentRegistrations(data).at(-1)?.browserOutcome;
  if (outcome === 'cancelled' || outcome === 'timed-out') return outcome;
  return status === 'COMPLETED_ENDED_ERROR' || outcome !== undefined ? 'failed' : 'completed';
}
