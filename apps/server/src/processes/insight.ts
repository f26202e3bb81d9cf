import type { State } from '@latchkey/engine';
import type { UserAgentFamilies } from '../operators/user-agent-family.ts';
import { hasEnded, statusOf } from './instance-outcome.ts';
import { currentAuthentications, hasSignedIn } from './session-data/passkey-authentications.ts';
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

/**
 * How an instance ended, for the funnel. `signed-in` is an end that is no failure, after a sign-in and without a new
 * passkey; `completed` one with neither.
 */
export type InstanceEnd = 'registered' | 'signed-in' | 'cancelled' | 'timed-out' | 'failed' | 'completed';

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
  const prompted = [...currentAuthentications(data), ...currentRegistrations(data)].some(
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
  const outcome = fruitlessOutcome(data);
  if (outcome === 'cancelled' || outcome === 'timed-out') return outcome;
  if (status === 'COMPLETED_ENDED_ERROR' || outcome !== undefined) return 'failed';
  return hasSignedIn(data) ? 'signed-in' : 'completed';
}

type Prompted = {
  readonly promptedAt?: number;
  readonly browserOutcome?: string;
  readonly completePasskeyAuthenticationResponse?: unknown;
};

/** What the last prompt came to, where it came to nothing: of sign-ins and the last registration the latest decides. */
function fruitlessOutcome(data: SessionData): string | undefined {
  const prompts: readonly Prompted[] = [
    ...currentAuthentications(data),
    ...currentRegistrations(data).slice(-1),
  ];
  const last = prompts
    .filter(({ browserOutcome }) => browserOutcome !== undefined)
    .sort((a, b) => promptOrder(a) - promptOrder(b))
    .at(-1);
  return last?.completePasskeyAuthenticationResponse === undefined ? last?.browserOutcome : undefined;
}

/** One that the browser refused before it was shown has no moment: nothing is known to come after it. */
const promptOrder = ({ promptedAt }: Prompted): number => promptedAt ?? Number.MAX_SAFE_INTEGER;
