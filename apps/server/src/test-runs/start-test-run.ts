import type { NewTestRun, TestRun } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { checkDefinition } from '../processes/check-definition.ts';
import { readDiagram } from '../processes/process-definition.ts';
import { endTestRun } from './end-test-run.ts';
import { begin, newSandbox } from './run-in-sandbox.ts';
import { eraseSandbox, insertSandbox } from './sandboxes.sql.ts';
import { showTestRun } from './show-test-run.ts';
import { lifetimeMs } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import { findSurplus, insertRun } from './test-runs.sql.ts';

/**
 * Runs a diagram in a sandbox, whether it is saved or not, up to its first step. The oldest run of a tester who has
 * many is ended. Throws the problems of `checkDefinition` and, for its people, of `addUser`.
 */
export function startTestRun(needs: TestRunNeeds) {
  const check = checkDefinition(needs.manifests);
  const show = showTestRun(needs);
  const end = endTestRun(needs);
  return async (actor: Actor, asked: NewTestRun): Promise<TestRun> => {
    const { database, newId } = needs;
    const bpmn = readDiagram(asked.resources.bpmn.data);
    await check(database, actor.tenant, bpmn);
    const { definitionName, parameters = {}, people = [] } = asked;
    const draft = { id: newId(), definitionName, bpmn, parameters, people, sandbox: newSandbox(needs) };
    const expiresAt = new Date(needs.now() + lifetimeMs);
    await database.transaction(async (sql) => {
      await insertSandbox(sql, actor.tenant, draft.sandbox);
      await insertRun(sql, actor, { ...draft, expiresAt });
    });
    try {
      const run = await begin(needs, actor, { ...draft, tenant: actor.tenant });
      for (const id of await findSurplus(database, actor)) await end(actor, id);
      return await show(actor, run);
    } catch (error) {
      await end(actor, draft.id).catch(() => eraseSandbox(database, draft.sandbox));
      throw error;
    }
  };
}
