import { permissionIn, stepTestRun as stepRoute } from '@latchkey/contract';
import { type Assets, chooseLanguage, type Language, type Submission } from '@latchkey/journey';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import type { Authenticate } from '../access/authenticate.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { journeyProblems } from '../journeys/journey-problems.ts';
import { readSubmission } from '../journeys/read-submission.ts';
import { mainAnswer, pageAnswer } from '../journeys/render-answer.ts';
import { submitTask } from '../processes/submit-task.ts';
import { findLook } from '../themes/find-look.ts';
import { fieldsOf } from './answer-page.ts';
import { lastingValues } from './lasting-values.ts';
import { isStaying, type Moving, stepOf } from './page-step.ts';
import { moverOf } from './perform-act.ts';
import { keepStep, ownRun } from './run-in-sandbox.ts';
import { readStanding } from './standing.ts';
import { mostSteps, type StoredRun } from './test-run.ts';
import type { Journey, TestRunNeeds } from './test-run-needs.ts';
import { keepEntered } from './test-runs.sql.ts';

export type TestRunPageNeeds = TestRunNeeds & {
  readonly assets: Assets;
  readonly authenticate: Authenticate;
};

const bodyLimit = 256 * 1024;

/**
 * The person's page of a test run: the page of every journey, in a frame of the Backoffice, for the tester alone. What
 * is sent from it is a step of the run.
 */
export const testRunPageHttp =
  (needs: TestRunPageNeeds) =>
  (app: FastifyInstance): void => {
    app.addHook('onRequest', async ({ method, headers }) => {
      if (method === 'POST' && !isSameOrigin(headers, needs.publicUrl()))
        throw journeyProblems.create('journey.cross-site');
    });
    app.get('/web/trustweb/test-:run', async (request, reply) => {
      const actor = await tester(needs, request);
      return inTenant(actor.tenant, () => show(needs, actor, request, reply));
    });
    // What a page tried is for the audit of a journey; a run has none that outlives it.
    app.post('/web/trustweb/test-:run/tasks/:task/refusals', async (request, reply) => {
      await tester(needs, request);
      return reply.code(204).send();
    });
    app.post('/web/trustweb/test-:run/tasks/:task', { bodyLimit }, async (request) => {
      const actor = await tester(needs, request);
      return inTenant(actor.tenant, () => submit(needs, actor, request));
    });
  };

async function show(needs: TestRunPageNeeds, actor: Actor, request: FastifyRequest, reply: FastifyReply) {
  const run = await ownRun(needs, actor, runOf(request));
  const shown = await shownOf(needs, run, request);
  if (request.headers.accept === 'application/json')
    return reply.send(mainAnswer(clockOf(needs, run), shown));
  const { headers, html } = pageAnswer(clockOf(needs, run), shown, ["'self'"]);
  return reply.headers(headers).send(html);
}

async function submit(needs: TestRunPageNeeds, actor: Actor, request: FastifyRequest): Promise<unknown> {
  const run = await ownRun(needs, actor, runOf(request));
  const { task } = request.params as { readonly task: string };
  const submission = readSubmission(request.body);
  const standing = await readStanding(needs, run);
  const { journey } = standing;
  const kept = await inTenant(run.sandbox, () => lasting(needs, journey, task, submission));
  const moved = await inTenant(run.sandbox, () =>
    submitTask(moverOf(needs, run))({
      instanceId: journey.id,
      visitorHash: journey.visitorHash ?? new Uint8Array(),
      task,
      attempt: submission.attempt,
      language: languageOf(request),
      submission,
    }),
  );
  if (moved === undefined || moved.result.kind === 'late') throw journeyProblems.create('journey.moved-on');
  const doneBy = (moving: Moving) => ({
    act: stepOf(run, moving, { standing, task }),
    element: journey.state?.tokens.find(({ id }) => id === task)?.node,
    skippedMs: run.skippedMs,
  });
  if (moved.result.kind === 'answered' && moved.result.answer !== undefined) {
    const { answer } = moved.result;
    const refused = fieldsOf(answer);
    if (refused.length > 0 && !isStaying(kept) && run.steps < mostSteps)
      await keepStep(needs, run, { ...doneBy(kept), refused });
    if (kept.kind === 'prepare') await keepEntered(needs.database, run, kept.values);
    return answer;
  }
  const shown = async () => mainAnswer(clockOf(needs, run), await shownOf(needs, run, request));
  // It came too late: the page sees where the run stands.
  if (isStaying(kept)) return shown();
  await keepStep(needs, run, doneBy(kept));
  return shown();
}

/** What was sent, as far as the run keeps it. */
async function lasting(needs: TestRunPageNeeds, journey: Journey, task: string, sent: Submission) {
  if (sent.kind !== 'submit' && sent.kind !== 'prepare') return sent;
  return { ...sent, values: await lastingValues(needs, journey, task, sent.values) };
}

async function shownOf(needs: TestRunPageNeeds, run: StoredRun, request: FastifyRequest) {
  const { journey } = await readStanding(needs, run);
  const look = await findLook(needs.database, run.tenant, {
    definitionName: run.definitionName,
    language: languageOf(request),
  });
  const view = await inTenant(run.sandbox, () => needs.presentView(journey));
  return {
    // The page sends to the addresses of the run: its own name for the instance.
    view: 'instanceId' in view ? { ...view, instanceId: `test-${run.id}` } : view,
    language: languageOf(request),
    organisation: journey.organisation,
    ...look,
  };
}

/** The page counts a deadline down from the clock of the run. */
const clockOf = ({ assets, now }: TestRunPageNeeds, { skippedMs }: StoredRun) => ({
  assets,
  now: () => now() + skippedMs,
});

async function tester({ authenticate }: TestRunPageNeeds, { headers }: FastifyRequest): Promise<Actor> {
  const actor = await authenticate(headers);
  if (!actor.permissions.has(permissionIn(actor.tenant, stepRoute.permission)))
    throw accessProblems.create('access.forbidden');
  return actor;
}

const runOf = ({ params }: FastifyRequest): string => (params as { readonly run: string }).run;

const languageOf = ({ query, headers }: FastifyRequest): Language => {
  const { lang } = (query ?? {}) as { readonly lang?: unknown };
  return chooseLanguage(typeof lang === 'string' ? lang : undefined, headers['accept-language']);
};
