import { isField } from '@latchkey/forms';
import { type Assets, chooseLanguage, type FormView, type JourneyView } from '@latchkey/journey';
import { type Clock, isId } from '@latchkey/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { compressAnswers, serveModule, vary } from '../http/compress-answers.ts';
import { parseForm } from '../http/form-body.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import type { FairGate } from '../limits/fair-gate.ts';
import type { Limits } from '../limits/limits.ts';
import type { RecordRefusal } from '../pages/record-refusal.ts';
import { journeyActor } from '../processes/actors.ts';
import { isSame } from '../processes/claim-instance.ts';
import { findOwner } from '../processes/find-owner.ts';
import { readStartLink, readTokenLink, type UsableLink } from '../processes/read-link.ts';
import type { SubmitTask } from '../processes/submit-task.ts';
import type { TenantHosts } from '../tenants/tenant-hosts.ts';
import { findSurroundings, type Surroundings } from '../themes/find-look.ts';
import { type Caller, callerOf, queryText } from './caller.ts';
import { countRequest, countVisitor, inTurn, pauseOf } from './journey-limits.ts';
import { journeyProblems } from './journey-problems.ts';
import { journeyTenant } from './journey-tenant.ts';
import type { FindJourney, Journey } from './journeys.sql.ts';
import type { PresentView } from './present-view.ts';
import { readRefusal } from './read-refusal.ts';
import { readFormSubmission, readSubmission } from './read-submission.ts';
import { mainAnswer, pageAnswer } from './render-answer.ts';
import type { StartJourney } from './start-journey.ts';
import { aroundOf, ownEmbedders, surroundingsOf } from './surroundings.ts';
import { newVisitor, visitorCookie, visitorHash } from './visitor.ts';

export type JourneyNeeds = {
  readonly sql: Sql;
  readonly now: Clock;
  /** The origin at which people see the page of the tenant of the work; with https the cookie is bound to it. */
  readonly publicUrl: () => string;
  readonly hosts: TenantHosts;
  readonly assets: Assets;
  /** The page's modules, each with the address at which it is served. */
  readonly modules: readonly { readonly url: string; readonly script: string }[];
  readonly presentView: PresentView;
  readonly findJourney: FindJourney;
  readonly startJourney: StartJourney;
  readonly submitTask: SubmitTask;
  readonly recordRefusal: RecordRefusal;
  readonly limits: Limits;
  readonly gate: FairGate;
};

/** Largest body: a form with long texts. */
const bodyLimit = 256 * 1024;
const nobody = { look: { organisation: 'Latchkey' } };
const expired: JourneyView = { kind: 'expired' };
const busy: JourneyView = { kind: 'busy' };

/** The hosted page. What reads changes nothing; what writes comes from the page itself. */
export const journeysHttp =
  (needs: JourneyNeeds) =>
  (app: FastifyInstance): void => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_: unknown, text: string) => parseForm(text),
    );
    app.addHook('onRequest', async (request) => {
      const { method, headers } = request;
      const origin = needs.hosts.originOf(needs.hosts.tenantOf(headers.host));
      if (method === 'POST' && !isSameOrigin(headers, origin)) {
        throw journeyProblems.create('journey.cross-site');
      }
      await countRequest(needs, request);
    });
    const owner = findOwner(needs.sql);
    // At another tenant's host its rows are not to be seen: the page is as if there were none.
    const isElsewhere = (tenant: string, { headers }: FastifyRequest) =>
      (needs.hosts.tenantOf(headers.host) ?? tenant) !== tenant;
    app.addHook('preHandler', (request, _reply, done) => {
      const tenantOf = async () => {
        const tenant = await journeyTenant(owner, request);
        if (tenant === undefined || isElsewhere(tenant, request)) return undefined;
        await countVisitor(needs, tenant, callerOf(request, needs.publicUrl()).visitor);
        return tenant;
      };
      tenantOf().then((tenant) => (tenant === undefined ? done() : inTenant(tenant, done)), done);
    });
    compressAnswers(app);
    app.setErrorHandler((error, request, reply) => {
      const seconds = pauseOf(error);
      if (seconds === undefined || !wantsPage(request)) throw error;
      reply.header('retry-after', seconds);
      // What was sent is not sent again by itself; the browser keeps it for its own button.
      if (request.method === 'GET') reply.header('refresh', seconds);
      const status = (error as { readonly status?: number }).status ?? 429;
      return page(needs, reply.code(status), callerOf(request, needs.publicUrl()), busy, nobody);
    });
    type Answer = (needs: JourneyNeeds, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
    const turn = (answer: Answer) => (request: FastifyRequest, reply: FastifyReply) =>
      inTurn(needs, () => answer(needs, request, reply));
    app.get('/web/trustweb', turn(openLink));
    app.get('/web/trustweb/:instanceId', turn(showJourney));
    app.post('/web/trustweb/start', turn(start));
    app.post('/web/trustweb/:instanceId/tasks/:task', { bodyLimit }, turn(submit));
    app.post('/web/trustweb/:instanceId/tasks/:task/refusals', turn(noteRefusal));
    for (const { url, script } of needs.modules) serveModule(app, url, script);
    app.get('/api/process-server/startProcess', (request, reply) =>
      reply.redirect(`/web/trustweb?ps=${encodeURIComponent(needs.publicUrl() + request.url)}`, 302),
    );
  };

async function openLink(needs: JourneyNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { sql, now, publicUrl } = needs;
  const visitor = callerOf(request, publicUrl());
  const [pt, ps, lang] = ['pt', 'ps', 'lang'].map((name) => queryText(request.query, name));
  const theirs = (id: string) => visitor.visitor && visitorHash(visitor.visitor, id);
  const link =
    pt === undefined ? await readStartLink(sql, ps ?? '', theirs) : await readTokenLink(sql, pt, now());
  if (link === undefined) return page(needs, reply.code(410), visitor, expired, nobody);
  const caller = lang === undefined ? speaking(visitor, link, request) : visitor;
  const around = await findSurroundings(sql, link.tenant, { ...link, language: caller.language });
  const view = {
    kind: 'start',
    link: pt === undefined ? { ps: ps ?? '' } : { pt },
    confirm: link.isUsedUp,
  } as const;
  return page(needs, reply, caller, view, around ?? nobody);
}

/** A link without a language of its own is met in that of its process token, whatever was spoken before. */
const speaking = (caller: Caller, { language }: UsableLink, { headers }: FastifyRequest): Caller =>
  language === undefined
    ? caller
    : { ...caller, language: chooseLanguage(language, headers['accept-language']) };

async function showJourney(needs: JourneyNeeds, request: FastifyRequest, reply: FastifyReply) {
  const caller = callerOf(request, needs.publicUrl());
  const journey = await ownJourney(needs, caller, instanceOf(request));
  vary(reply, 'accept');
  if (journey === undefined) {
    if (wantsJson(request)) throw journeyProblems.create('journey.not-found');
    return page(needs, reply.code(410), caller, expired, nobody);
  }
  // Whoever comes back stays known for as long again.
  if (caller.visitor) reply.header('set-cookie', visitorCookie(caller.visitor, caller));
  const view = await needs.presentView(journey);
  if (!wantsJson(request))
    return page(needs, reply, caller, view, await surroundingsOf(needs, journey, caller));
  return reply.send(mainAnswer(needs, { view, ...(await aroundOf(needs, journey, caller)) }));
}

async function start(needs: JourneyNeeds, request: FastifyRequest, reply: FastifyReply) {
  const [pt, ps] = [queryText(request.body, 'pt'), queryText(request.body, 'ps')];
  const caller = callerOf({ headers: request.headers, query: request.body }, needs.publicUrl());
  const visitor = { ...(caller.visitor ?? newVisitor()), language: caller.language };
  try {
    const id = await needs.startJourney({ pt, ps }, visitor, caller);
    reply.header('set-cookie', visitorCookie(visitor, caller));
    const location = `/web/trustweb/${id}`;
    return caller.takesJson ? reply.send({ location }) : reply.redirect(location, 303);
  } catch (error) {
    if (caller.takesJson || !isLinkEnded(error)) throw error;
    return page(needs, reply.code(410), caller, expired, nobody);
  }
}

async function submit(needs: JourneyNeeds, request: FastifyRequest, reply: FastifyReply) {
  const caller = callerOf(request, needs.publicUrl());
  const instanceId = instanceOf(request);
  const { task } = request.params as { readonly task: string };
  const body = request.body as Readonly<Record<string, unknown>> | undefined;
  const submission = caller.takesJson ? readSubmission(body) : readFormSubmission(body);
  const moved =
    caller.visitor &&
    (await needs.submitTask({
      instanceId,
      visitorHash: visitorHash(caller.visitor, instanceId),
      task,
      attempt: submission.attempt,
      language: caller.language,
      submission: { ...submission, client: caller.client },
    }));
  if (moved === undefined) throw journeyProblems.create('journey.not-found');
  const { result } = moved;
  if (!caller.takesJson)
    return withoutModule(needs, request, reply, result.kind === 'answered' ? result.answer : undefined);
  if (result.kind === 'late') throw journeyProblems.create('journey.moved-on');
  if (result.kind === 'answered' && result.answer !== undefined) return reply.send(result.answer);
  const journey = await ownJourney(needs, caller, instanceId);
  if (journey === undefined) throw journeyProblems.create('journey.not-found');
  const view = await needs.presentView(journey);
  return reply.send(mainAnswer(needs, { view, ...(await aroundOf(needs, journey, caller)) }));
}

/** What keeps a page where it is: fields to mend, or more time. */
type Staying =
  | { readonly kind: 'errors'; readonly errors: readonly { field: string; message: string }[] }
  | { readonly kind: 'extended' };

/** Writes down what the page around a Custom Page refused it. */
async function noteRefusal(needs: JourneyNeeds, request: FastifyRequest, reply: FastifyReply) {
  const refusal = readRefusal(request.body);
  const { task } = request.params as { readonly task: string };
  const journey = await ownJourney(needs, callerOf(request, needs.publicUrl()), instanceOf(request));
  if (journey === undefined) throw journeyProblems.create('journey.not-found');
  await needs.recordRefusal(needs.sql, journeyActor(journey), { ...refusal, task: task.slice(0, 32) });
  return reply.code(204).send();
}

/** A form that was sent without JavaScript: the page again with what was typed, else where the journey stands. */
async function withoutModule(
  needs: JourneyNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
) {
  const caller = callerOf(request, needs.publicUrl());
  const id = instanceOf(request);
  const staying = answer as Staying | undefined;
  const stays = staying !== undefined && ['errors', 'extended'].includes(staying.kind);
  const journey = stays ? await ownJourney(needs, caller, id) : undefined;
  const view = journey && (await needs.presentView(journey));
  if (journey === undefined || view?.kind !== 'form') return reply.redirect(`/web/trustweb/${id}`, 303);
  const errors = staying?.kind === 'errors' ? staying.errors : [];
  const values = typedValues(view, request.body as Readonly<Record<string, unknown>>);
  const code = errors.length > 0 ? 422 : 200;
  return page(
    needs,
    reply.code(code),
    caller,
    { ...view, values, errors },
    await surroundingsOf(needs, journey, caller),
  );
}

/** Boxes without a tick are not sent, read-only fields neither: those keep what they show. */
const typedValues = ({ form, values }: FormView, body: Readonly<Record<string, unknown>>) => ({
  ...values,
  ...Object.fromEntries(
    form.components
      .filter((component) => isField(component) && component.readOnly !== true)
      .map(({ id }) => [id, Object.hasOwn(body, id) ? body[id] : '']),
  ),
});

/** The journey, if it is this browser's. */
async function ownJourney(
  needs: JourneyNeeds,
  { visitor }: Caller,
  id: string,
): Promise<Journey | undefined> {
  const journey = visitor && isId(id) ? await needs.findJourney(needs.sql, id) : undefined;
  return visitor && journey && isSame(journey.visitorHash, visitorHash(visitor, id)) ? journey : undefined;
}

async function page(
  needs: JourneyNeeds,
  reply: FastifyReply,
  caller: Caller,
  view: JourneyView,
  { look, embedders: known }: Pick<Surroundings, 'look'> & Partial<Surroundings>,
) {
  const { language, isEmbedded } = caller;
  // A page that stands alone has nobody to hear from it, and a link that is over says so in a frame too.
  const embedders = known ?? (await ownEmbedders(needs.sql));
  const shown = { view, language, ...look, ...(isEmbedded && embedders.length > 0 && { embedders }) };
  const { headers, html } = pageAnswer(needs, shown, embedders);
  return reply.headers(headers).send(html);
}

const instanceOf = (request: FastifyRequest): string =>
  (request.params as { readonly instanceId: string }).instanceId;

/** The page's module asks where the journey stands; browsers that load a page never name JSON. */
const wantsJson = ({ headers }: FastifyRequest): boolean => headers.accept === 'application/json';

/** A browser that shows what it gets; the module and programs read the problem. */
const wantsPage = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/html') === true &&
  headers['content-type']?.startsWith('application/json') !== true;

const isLinkEnded = (error: unknown): boolean =>
  (error as { readonly code?: unknown } | undefined)?.code === 'journey.link-ended';
