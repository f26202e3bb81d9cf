import type { TestRun, TestRunAct } from '@latchkey/contract';
import { Problem } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { begin, newSandbox, ownRun, takeStep } from './run-in-sandbox.ts';
import { eraseSandbox, insertSandbox } from './sandboxes.sql.ts';
import { showTestRun } from './show-test-run.ts';
import type { StoredRun, StoredStep } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { findSteps, moveRun } from './test-runs.sql.ts';

/** Reads one's own run. Throws `test-run.not-found`. */
export function getTestRun(needs: TestRunNeeds) {
  const show = showTestRun(needs);
  return async (actor: Actor, id: string): Promise<TestRun> => show(actor, await ownRun(needs, actor, id));
}

/** Lets something happen in one's own run. Throws `test-run.not-found` and what `takeStep` throws. */
export function stepTestRun(needs: TestRunNeeds) {
  const show = showTestRun(needs);
  return async (actor: Actor, id: string, act: TestRunAct): Promise<TestRun> =>
    show(actor, await takeStep(needs, actor, await ownRun(needs, actor, id), act));
}

/**
 * Begins a run anew in a fresh sandbox and repeats its first steps: there is no other way back, since what a step did
 * is done. Where a step no longer fits, it stands before that. Throws `test-run.not-found` and what `takeStep` throws.
 */
export function rewindTestRun(needs: TestRunNeeds) {
  const show = showTestRun(needs);
  return async (actor: Actor, id: string, keep: number): Promise<TestRun> => {
    const { database } = needs;
    const old = await ownRun(needs, actor, id);
    const kept = (await findSteps(database, old)).slice(0, keep);
    const fresh = { ...old, sandbox: newSandbox(needs) };
    await database.transaction(async (sql) => {
      await insertSandbox(sql, actor.tenant, fresh.sandbox);
      const left = await moveRun(sql, old, fresh.sandbox);
      if (left !== undefined) await eraseSandbox(sql, left);
    });
    let run = await begin(needs, actor, fresh);
    for (const step of kept) run = await repeat(needs, actor, run, step);
    return show(actor, run);
  };
}

/** Takes a step once more; what a form refused then, it refuses again. */
async function repeat(needs: TestRunNeeds, actor: Actor, run: StoredRun, { act, refused }: StoredStep) {
  try {
    return await takeStep(needs, actor, run, act);
  } catch (error) {
    const isAsBefore = refused !== null && error instanceof Problem && error.code === 'test-run.form-refused';
    if (!isAsBefore) throw error;
    return ownRun(needs, actor, run.id);
  }
}
