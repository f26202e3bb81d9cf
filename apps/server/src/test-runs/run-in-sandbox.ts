import { randomBytes } from 'node:crypto';
import type { TestRunAct } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { startInstance } from '../processes/start-instance.ts';
import { givePasskeys } from './give-passkeys.ts';
import { pausing } from './pausing.ts';
import { performAct } from './perform-act.ts';
import { furnishSandbox } from './sandboxes.sql.ts';
import { readStanding } from './standing.ts';
import { formRefused, insideOf, mostSteps, type StoredRun, stepPlace, testRunProblems } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { type Done, findRun, insertStep, setInstance } from './test-runs.sql.ts';

/** A fresh name for a sandbox, as tenants are named. */
export const newSandbox = ({ newId }: Pick<TestRunNeeds, 'newId'>): string =>
  `test-run-${newId().toLowerCase()}`;

type Unbegun = Omit<StoredRun, 'instanceId' | 'skippedMs' | 'steps' | 'entered' | 'expiresAt'>;

/** Begins a run whose sandbox is there: its people, the draft, and an instance of it up to its first step. */
export async function begin(needs: TestRunNeeds, actor: Actor, run: Unbegun): Promise<StoredRun> {
  const instanceId = await inTenant(run.sandbox, () => startedIn(needs, actor, run));
  await setInstance(needs.database, run, instanceId);
  return ownRun(needs, actor, run.id);
}

async function startedIn(needs: TestRunNeeds, actor: Actor, run: Unbegun): Promise<string> {
  const { database, newId } = needs;
  const inside = insideOf(actor, run.sandbox);
  const made = { definitionId: newId(), tokenKey: newId(), tokenId: newId() };
  const start = { ...run, ...made, createdBy: actor.name };
  await furnishSandbox(database, run.sandbox, start);
  for (const person of run.people) await needs.addUser(database, inside, person);
  await givePasskeys(
    needs,
    inside,
    run,
    await needs.readDefinition(database, run.sandbox, made.definitionId),
  );
  // Nobody has a secret of which this is the hash: the page is the tester's alone.
  const visitorHash = randomBytes(32);
  return startInstance({ ...needs, findActivity: pausing(needs.findActivity) })({
    tokenId: start.tokenId,
    language: 'en',
    client: { browser: 'Test run', device: undefined },
    visitorHash: () => visitorHash,
  });
}

/** One's own run. Throws `test-run.not-found`. */
export async function ownRun({ database }: TestRunNeeds, actor: Actor, id: string): Promise<StoredRun> {
  const run = await findRun(database, actor, id);
  if (run === undefined) throw testRunProblems.create('test-run.not-found');
  return run;
}

/**
 * Lets something happen and keeps it as a step, also when a form refuses it. Throws what `performAct` throws,
 * `test-run.form-refused` and `test-run.too-long`.
 */
export async function takeStep(
  needs: TestRunNeeds,
  actor: Actor,
  run: StoredRun,
  act: TestRunAct,
): Promise<StoredRun> {
  if (run.steps >= mostSteps) throw testRunProblems.create('test-run.too-long');
  const done = await performAct(needs, actor, run, act);
  await keepStep(needs, run, done);
  if (done.refused !== undefined) throw formRefused(done.refused);
  return ownRun(needs, actor, run.id);
}

/** Keeps what was done as a step, with the session data as it is now. */
export async function keepStep(needs: TestRunNeeds, run: StoredRun, done: Done): Promise<void> {
  const { journey } = await readStanding(needs, run);
  await insertStep(needs.database, run, done, await needs.safe.close(stepPlace(run), journey.data));
}
