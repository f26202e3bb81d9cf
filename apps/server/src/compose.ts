import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetsPath } from '@latchkey/journey';
import { newId } from '@latchkey/kernel';
import type { FastifyInstance } from 'fastify';
import { apiKeysHttp } from './access/api-keys.http.ts';
import { oauthHttp } from './access/oauth.http.ts';
import { type Access, openAccess } from './access/open-access.ts';
import { tokenOrCookie } from './access/token-or-cookie.ts';
import { activitiesHttp } from './activities/activities.http.ts';
import { activityManifest } from './activities/activity-manifest.ts';
import { findActivity } from './activities/find-activity.ts';
import { activities } from './activities/index.ts';
import { auditHttp } from './audit/audit.http.ts';
import { forgetOldRecords } from './audit/chain/forget-records.ts';
import { linkedAtOnce, linkRecords } from './audit/chain/link-records.ts';
import { type Chore, housekeeping } from './background/housekeeping.ts';
import type { Repeated } from './background/repeatedly.ts';
import { backofficeHttp } from './backoffice/backoffice.http.ts';
import { composeFailures } from './compose-failures.ts';
import { currentTenant } from './db/tenant-scope.ts';
import { noAllowance } from './egress/address-ranges.ts';
import { egressReader } from './egress/egress-client.fetch.ts';
import { ancestorsOfPages } from './embedding/ancestors-of-pages.ts';
import { embeddingHttp, embedScriptHttp } from './embedding/embedding.http.ts';
import { formsHttp } from './forms/forms.http.ts';
import { readForm } from './forms/read-form.ts';
import type { Bound } from './http/bind.ts';
import { httpServer, openServer } from './http/http-server.ts';
import type { Admit } from './http/register-route.ts';
import { requestProblems } from './http/request-problems.ts';
import { journeysHttp } from './journeys/journeys.http.ts';
import { findJourney } from './journeys/journeys.sql.ts';
import { presentView } from './journeys/present-view.ts';
import { startJourney } from './journeys/start-journey.ts';
import { composeLimits } from './limits/compose-limits.ts';
import type { Limits } from './limits/limits.ts';
import { forgetBuckets } from './limits/request-buckets.sql.ts';
import { composeOperators } from './operators/compose-operators.ts';
import { sealableOperatorPasskeys } from './operators/sealable-passkeys.sql.ts';
import { composePages } from './pages/compose-pages.ts';
import { pageAddress } from './pages/page-address.ts';
import { readPage } from './pages/read-page.ts';
import { recordRefusal } from './pages/record-refusal.ts';
import { reportLinks } from './pages/report-link.ts';
import type { CeremonyUseCases } from './passkeys/ceremony-use-cases.ts';
import { composePasskeys } from './passkeys/compose-passkeys.ts';
import { providerOf } from './passkeys/provider-names.ts';
import { cancelInstance } from './processes/cancel-instance.ts';
import { claimInstance } from './processes/claim-instance.ts';
import { type Clockwork, clockwork } from './processes/clockwork.ts';
import { compileDefinition } from './processes/compile-definition.ts';
import { definitionTagsHttp } from './processes/definition-tags.http.ts';
import { moveInstance } from './processes/move-instance.ts';
import { processDefinitionsHttp } from './processes/process-definitions.http.ts';
import { processFunnelHttp } from './processes/process-funnel.http.ts';
import { processInstancesHttp } from './processes/process-instances.http.ts';
import { processTokensHttp } from './processes/process-tokens.http.ts';
import { retentionHttp } from './processes/retention.http.ts';
import { retryInstance } from './processes/retry-instance.ts';
import { type SessionDataSafe, sessionDataSafe } from './processes/session-data/session-data-safe.ts';
import { createInstance, startInstance } from './processes/start-instance.ts';
import { submitTask } from './processes/submit-task.ts';
import { type TokenLinks, tokenLinks } from './processes/token-link.ts';
import { createRegistrationPolicy } from './relying-parties/create-registration-policy.ts';
import { policyTrialsHttp } from './relying-parties/policy-trials.http.ts';
import { registrationPoliciesHttp } from './relying-parties/registration-policies.http.ts';
import { relyingPartiesHttp } from './relying-parties/relying-parties.http.ts';
import { wellKnownHttp } from './relying-parties/well-known.http.ts';
import { localKeys } from './secrets/local-keys.ts';
import { vault } from './secrets/vault.ts';
import { requireStore } from './stores/require-store.ts';
import { storesHttp } from './stores/stores.http.ts';
import { eraseLeavingTenants } from './tenants/erase-tenant.ts';
import { type TenantHosts, tenantHosts } from './tenants/tenant-hosts.ts';
import { tenantsHttp } from './tenants/tenants.http.ts';
import { composeTestRuns } from './test-runs/compose-test-runs.ts';
import { textsHttp } from './texts/texts.http.ts';
import { composeThemes } from './themes/compose-themes.ts';
import { authenticatorsHttp } from './trust/authenticators.http.ts';
import { sourceReader } from './trust/read-source.fetch.ts';
import { openTrust } from './trust/trust.ts';
import { trustChores } from './trust/trust-chores.ts';
import { noMetadata } from './trust/trust-settings.ts';
import { addUser } from './users/add-user.ts';
import { getUser } from './users/get-user.ts';
import { updateUser } from './users/update-user.ts';
import { usersHttp } from './users/users.http.ts';
import { composeWebhooks } from './webhooks/compose-webhooks.ts';
import type { World } from './world.ts';

/** The whole server, ready to listen. */
export type Composition = {
  readonly app: FastifyInstance;
  /** The content host, which listens on another origin. */
  readonly contentHost: FastifyInstance;
  readonly clockwork: Clockwork;
  readonly housekeeping: Repeated;
  /** What the housekeeping does. */
  readonly chores: readonly Chore[];
  /** Delivers webhooks. */
  readonly deliveries: ReturnType<typeof composeWebhooks>['queue'];
  readonly access: Access;
  readonly links: TokenLinks;
  readonly routes: readonly Bound[];
  readonly manifests: ReturnType<typeof processes>['manifests'];
};

/** Puts everything together; the only file that knows everybody. */
export async function compose(world: World): Promise<Composition> {
  const { database, log, publicUrl } = world;
  const { limits, gate } = composeLimits({ ...world, sql: database });
  const needs = { ...world, sql: database, newId, limits };
  const hosts = tenantHosts(world.baseDomain, publicUrl);
  const journeyUrl = () => hosts.originOf(currentTenant());
  const settings = world.metadata ?? noMetadata;
  const trust = openTrust({ settings, now: world.now });
  await trust.reload(database);
  const keyWrapper = localKeys([world.secretKey, ...(world.formerSecretKeys ?? [])]);
  const secrets = vault({ ...world, keys: keyWrapper });
  const links = tokenLinks(secrets);
  const { ceremonies, kept, ...passkeys } = composePasskeys({
    ...needs,
    randomBytes,
    publicOrigin: journeyUrl,
    trustOf: trust.of,
    takeoverAlarm: world.takeoverAlarm ?? 100,
    vault: secrets,
    cry: (sentence, facts) => log.error(facts, sentence),
    otherTables: [sealableOperatorPasskeys],
  });
  const access = openAccess({ ...needs, keyWrapper });
  const operators = composeOperators({ ...needs, ...kept });
  const safe = sessionDataSafe(secrets);
  const running = processes(world, { links, safe }, ceremonies, journeyUrl);
  const { pageScript } = world.assets;
  const ancestorsOf = ancestorsOfPages({ sql: database, publicUrl, originOf: hosts.originOf });
  const reports = reportLinks(world);
  const pages = composePages({ ...needs, ancestorsOf, pageScript, reports, manifests: running.manifests });
  const themes = composeThemes(needs);
  const allowance = world.allowance ?? noAllowance;
  const readSource = sourceReader(egressReader({ allowance, timeoutMs: 30_000 }));
  const webhooks = composeWebhooks({ ...needs, vault: secrets, allowance, report: running.report });
  const routes = [
    ...storesHttp(needs),
    ...usersHttp(needs),
    ...relyingPartiesHttp(needs),
    ...registrationPoliciesHttp({ ...needs, publicOrigin: journeyUrl }),
    ...policyTrialsHttp({ ...needs, providerOf }),
    ...passkeys.routes,
    ...authenticatorsHttp({ ...needs, trust, settings }),
    ...formsHttp({ ...needs, manifests: running.manifests }),
    ...pages.routes,
    ...themes.routes,
    ...textsHttp(needs),
    ...embeddingHttp(needs),
    ...running.routes,
    ...auditHttp(world),
    ...apiKeysHttp({ ...needs, ...access }),
    ...oauthHttp({ ...needs, ...access }),
    ...operators.routes,
    ...tenantsHttp({ ...needs, platformTenant: world.platformTenant }),
    ...webhooks.routes,
  ];
  const authenticate = tokenOrCookie(access.authenticate, operators.authenticate);
  const modules = await Promise.all([world.assets.scriptUrl, world.assets.brokerUrl].map(readModule(world)));
  const app = httpServer({
    ...world,
    routes,
    authenticate,
    requireStore: requireStore(database),
    admit: admission(hosts, limits),
    inTurn: gate.run,
    log,
    ready: () => database.row(ready),
    failures: composeFailures,
    parts: [
      journeysHttp({
        ...needs,
        ...running,
        gate,
        hosts,
        publicUrl: journeyUrl,
        modules,
        recordRefusal,
        findJourney: findJourney(safe),
      }),
      wellKnownHttp({ ...needs, tenantOfHost: hosts.tenantOf }),
      themes.files,
      embedScriptHttp(world.assets.embedScript),
      running.testRuns.page({ assets: world.assets, authenticate }),
      backofficeHttp({
        assets: world.backoffice,
        contentUrl: world.contentUrl,
        newNonce: () => randomBytes(16).toString('base64url'),
      }),
    ],
  });
  const chores = [
    { name: 'link audit records', everyMs: 1_000, full: linkedAtOnce, work: () => linkRecords(database) },
    { name: 'erase tenants', everyMs: 5_000, work: () => eraseLeavingTenants(database) },
    { name: 'forget audit records', everyMs: 60_000, work: () => forgetOldRecords(database) },
    ...trustChores({ ...needs, ...kept, trust, settings, readSource, warn: log.warn.bind(log) }),
    { name: 'forget limits', everyMs: 60_000, work: () => forgetBuckets(database, 1_000) },
    { name: 'erase test runs', everyMs: 60_000, work: running.testRuns.eraseAbandoned },
    ...passkeys.chores,
    ...webhooks.chores,
  ];
  return {
    app,
    contentHost: openServer({ log, parts: [pages.content] }),
    clockwork: running.clockwork,
    chores,
    housekeeping: housekeeping(chores, running.report),
    deliveries: webhooks.queue,
    access,
    links,
    routes,
    manifests: running.manifests,
  };
}

/** A tenant's host is for its own; at another's, existing or not, nothing is there. */
const admission =
  (hosts: TenantHosts, limits: Limits): Admit =>
  async (actor, host) => {
    const { tenant } = actor;
    if ((hosts.tenantOf(host) ?? tenant) !== tenant) throw requestProblems.create('request.unknown-route');
    return limits.ofActor(actor);
  };

/** A module of the page with the address at which it is served. */
const readModule =
  ({ assets }: World) =>
  async (url: string) => ({
    url,
    script: await readFile(join(assets.directory, url.slice(assetsPath.length)), 'utf8'),
  });

const ready = { name: 'server.ready', text: 'select 1' } as const;

/** The process side: what activities can do, how instances move, who may drive them. */
function processes(
  world: World,
  { links, safe }: { readonly links: TokenLinks; readonly safe: SessionDataSafe },
  ceremonies: CeremonyUseCases,
  journeyUrl: () => string,
) {
  const { database, log, now } = world;
  const users = { addUser: addUser({ newId }), getUser, updateUser };
  const { contentUrl } = world;
  const address = pageAddress({ contentUrl, ...reportLinks(world) });
  const pages = { readPage, recordRefusal, pageAddress: address };
  const own = activities({ ...ceremonies, ...users, ...pages, readForm: readForm() });
  const known = [...own, ...(world.activities ?? [])];
  const manifests = known.map(activityManifest);
  const readDefinition = compileDefinition(manifests);
  const report = (error: unknown, where: Readonly<Record<string, string>>) =>
    log.error({ err: error, ...where }, 'A step failed.');
  const shell = { database, readDefinition, findActivity: findActivity(known), now, newId, report, safe };
  const move = moveInstance(shell);
  const needs = { sql: database, newId, now, publicUrl: journeyUrl, readDefinition, links, safe };
  const view = presentView({ ...needs, findActivity: shell.findActivity });
  const titleOf = (code: string) => composeFailures[code]?.title ?? code;
  const testRuns = composeTestRuns({
    ...shell,
    ...users,
    ...ceremonies,
    createRegistrationPolicy: createRegistrationPolicy({ newId, publicOrigin: journeyUrl }),
    manifests,
    presentView: view,
    publicUrl: world.publicUrl,
    titleOf,
  });
  return {
    manifests,
    report,
    clockwork: clockwork({ database, move, now, report }),
    presentView: view,
    testRuns,
    startJourney: startJourney({ startInstance: startInstance(shell), claimInstance: claimInstance(move) }),
    submitTask: submitTask(move),
    routes: [
      ...processDefinitionsHttp({ database, newId, manifests }),
      ...definitionTagsHttp({ database }),
      ...retentionHttp(needs),
      ...activitiesHttp({ manifests }),
      ...testRuns.routes,
      ...processTokensHttp({ ...needs, database }),
      ...processFunnelHttp(needs),
      ...processInstancesHttp({
        ...needs,
        createInstance: createInstance(shell),
        cancelInstance: cancelInstance(move),
        retryInstance: retryInstance(move),
      }),
    ],
  };
}
