import type { Actor } from '../access/actor.ts';
import { eraseExpiredSandboxes, eraseSandbox } from './sandboxes.sql.ts';
import { testRunProblems } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { removeRun } from './test-runs.sql.ts';

/** Ends one's own run and erases its sandbox. Throws `test-run.not-found`. */
export const endTestRun =
  ({ database }: Pick<TestRunNeeds, 'database'>) =>
  (actor: Actor, id: string): Promise<void> =>
    database.transaction(async (sql) => {
      const sandbox = await removeRun(sql, actor, id);
      if (sandbox === undefined) throw testRunProblems.create('test-run.not-found');
      await eraseSandbox(sql, sandbox);
    });

/** Erases some sandboxes that nobody ended in their time; answers how many. */
export const eraseAbandoned =
  ({ database, now }: Pick<TestRunNeeds, 'database' | 'now'>) =>
  (): Promise<number> =>
    eraseExpiredSandboxes(database, now());
