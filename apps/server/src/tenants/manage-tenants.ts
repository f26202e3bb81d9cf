import type { NewTenant, Page, PageRequest } from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../db/sql.ts';
import { ensureSetUpLink } from '../operators/ensure-set-up-link.ts';
import { type Tenant, type TenantLimits, tenantProblems } from './tenant.ts';
import { beginDeletion, changeLimits, insertTenant, listTenantPage, selectTenant } from './tenants.sql.ts';

/** What managing tenants takes. */
export type TenantNeeds = {
  readonly sql: Sql;
  readonly newId: NewId;
  /** The origin of the Backoffice. */
  readonly publicUrl: () => string;
  /** From whose clients and operators tenants may be managed; absent: from nobody's. */
  readonly platformTenant: string | undefined;
};

const target = (id: string) => ({ kind: 'tenant', id });

/** Creates a tenant and the link of its first administrator. Throws `tenant.id-not-unique`, `tenant.platform-only`. */
export async function createTenant(needs: TenantNeeds, actor: Actor, { id, name, limits = {} }: NewTenant) {
  const { sql, newId, publicUrl } = needs;
  if (!isOfPlatform(needs, actor)) throw tenantProblems.create('tenant.platform-only');
  if ((await insertTenant(sql, { id, name }, limits)) === 0)
    throw tenantProblems.create('tenant.id-not-unique');
  await recordAudit(sql, actor, { action: 'tenant.created', target: target(id), facts: { limits } });
  const setUpUrl = (await ensureSetUpLink(sql, id, { newId, publicUrl: publicUrl() })) ?? '';
  return { tenant: (await selectTenant(sql, id)) ?? absent(), setUpUrl };
}

/** One page of all tenants. Throws `tenant.platform-only`. */
export async function listTenants(
  needs: TenantNeeds,
  actor: Actor,
  request: PageRequest,
): Promise<Page<Tenant>> {
  if (!isOfPlatform(needs, actor)) throw tenantProblems.create('tenant.platform-only');
  return listTenantPage(needs.sql, request);
}

/** A tenant. Throws `tenant.not-found`. */
export async function getTenant(needs: TenantNeeds, actor: Actor, id: string): Promise<Tenant> {
  if (!isOfPlatform(needs, actor)) absent();
  return (await selectTenant(needs.sql, id)) ?? absent();
}

/** Sets all limits of a tenant. Throws `tenant.not-found`. */
export async function setTenantLimits(
  needs: TenantNeeds,
  actor: Actor,
  id: string,
  limits: TenantLimits,
): Promise<Tenant> {
  if (!isOfPlatform(needs, actor)) absent();
  const tenant = (await changeLimits(needs.sql, id, limits)) ?? absent();
  await recordAudit(needs.sql, actor, { action: 'tenant.limits-set', target: target(id), facts: { limits } });
  return tenant;
}

/** Begins the deletion of a tenant, which `eraseTenant` carries out. Throws `tenant.not-found`, `tenant.is-platform`. */
export async function deleteTenant(needs: TenantNeeds, actor: Actor, id: string): Promise<Tenant> {
  if (!isOfPlatform(needs, actor)) absent();
  if (id === needs.platformTenant) throw tenantProblems.create('tenant.is-platform');
  const tenant = (await beginDeletion(needs.sql, id)) ?? absent();
  await recordAudit(needs.sql, actor, { action: 'tenant.deleted', target: target(id) });
  return tenant;
}

/** The system is whoever runs a command on the server's machine. */
const isOfPlatform = ({ platformTenant }: TenantNeeds, { kind, tenant }: Actor): boolean =>
  kind === 'system' || (platformTenant !== undefined && tenant === platformTenant);

function absent(): never {
  throw tenantProblems.create('tenant.not-found');
}
