import type { TestRunAct } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { askedRegistration } from '../processes/session-data/pages.ts';
import { ownRun } from './run-in-sandbox.ts';
import { notRegistered, simulatePasskey } from './simulate-passkey.ts';
import { seedOfNextStep } from './simulated-devices.ts';
import { answeringOrigin, givenTo, promptOf, readStanding, waitFor } from './standing.ts';
import { unfit } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { keepEntered } from './test-runs.sql.ts';

type Wanted = Pick<TestRunAct, 'token' | 'outcome' | 'authenticator'>;

/**
 * Answers the prompt that a Custom Page opened in one's own run, for the page to go on with. The authenticator is kept,
 * so that the step can be repeated. Throws `test-run.not-found` and `test-run.act-unfit`.
 */
export function simulatePrompt(needs: TestRunNeeds) {
  return async (actor: Actor, id: string, { token, outcome, authenticator = {} }: Wanted) => {
    const run = await ownRun(needs, actor, id);
    const standing = await readStanding(needs, run);
    const wait = waitFor(standing, token, 'page');
    const key = String(givenTo(standing, wait).customPageKey);
    const prompt =
      askedRegistration(standing.journey.data, key) === undefined
        ? undefined
        : await inTenant(run.sandbox, () => promptOf(needs, standing, wait));
    if (prompt?.request === undefined) unfit('The page has not asked for a passkey.');
    const origin = answeringOrigin(prompt.origins, needs.publicUrl());
    const result =
      outcome === undefined
        ? simulatePasskey(prompt.request, origin, authenticator, seedOfNextStep(run))
        : notRegistered(outcome);
    if (result.kind === 'not-registered') return { errorName: result.errorName, outcome: result.outcome };
    await keepEntered(needs.database, run, { authenticator });
    return { response: result.response };
  };
}
