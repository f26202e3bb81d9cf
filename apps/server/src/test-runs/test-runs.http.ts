import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import { type Bound, bind } from '../http/bind.ts';
import { endTestRun } from './end-test-run.ts';
import { simulatePrompt } from './simulate-prompt.ts';
import { startTestRun } from './start-test-run.ts';
import { getTestRun, rewindTestRun, stepTestRun } from './step-test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';

const target = { kind: 'test-run' } as const;

/** The routes of test runs. */
export function testRunsHttp(needs: TestRunNeeds): readonly Bound[] {
  const start = startTestRun(needs);
  const read = getTestRun(needs);
  const step = stepTestRun(needs);
  const simulate = simulatePrompt(needs);
  const rewind = rewindTestRun(needs);
  const end = endTestRun(needs);
  return [
    bind(contract.startTestRun, ({ actor, body }) =>
      audited(needs.database, actor, { action: 'test-run.started', target }, () => start(actor, body)),
    ),
    bind(contract.getTestRun, ({ actor, params }) => read(actor, params.id)),
    bind(contract.stepTestRun, ({ actor, params, body }) => step(actor, params.id, body)),
    bind(contract.simulateTestRunPrompt, ({ actor, params, body }) => simulate(actor, params.id, body)),
    bind(contract.rewindTestRun, ({ actor, params, body }) => rewind(actor, params.id, body.keep)),
    bind(contract.endTestRun, async ({ actor, params }) => {
      await end(actor, params.id);
      return undefined;
    }),
  ];
}
