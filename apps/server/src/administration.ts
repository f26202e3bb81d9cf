import type { NewTenant, Page, PageRequest } from '@latchkey/contract';
import { newId } from '@latchkey/kernel';
import { systemActor } from './access/system-actor.ts';
import { showChain } from './audit/chain/manage-chain.ts';
import type { Place } from './audit/chain/verify-chain.ts';
import { type AuditVerdict, verifyWholeChain } from './audit/chain/verify-whole-chain.ts';
import { readConfig } from './config.ts';
import { openForCommand } from './db/start-database.ts';
import { inTenant } from './db/tenant-scope.ts';
import { composePasskeyCheck } from './passkeys/compose-passkey-check.ts';
import type { PasskeyVerdict } from './passkeys/verify-passkeys.ts';
import { loadSecretKeys } from './secret-key.ts';
import { localKeys } from './secrets/local-keys.ts';
import { type Rotation, rotateKeys } from './secrets/rotate-keys.ts';
import { eraseTenant } from './tenants/erase-tenant.ts';
import {
  createTenant,
  deleteTenant,
  getTenant,
  listTenants,
  setTenantLimits,
} from './tenants/manage-tenants.ts';
import type { Tenant, TenantLimits } from './tenants/tenant.ts';
import { type Voided, voidOneTime } from './tenants/void-one-time.ts';

export type { AuditVerdict, NewTenant, PasskeyVerdict, Place, Tenant, TenantLimits, Voided };

/** What whoever may run commands on the server's machine can do; not over HTTP, so that it needs no key. */
export type Administration = {
  readonly createTenant: (
    tenant: NewTenant,
  ) => Promise<{ readonly tenant: Tenant; readonly setUpUrl: string }>;
  readonly listTenants: (request: PageRequest) => Promise<Page<Tenant>>;
  readonly getTenant: (id: string) => Promise<Tenant>;
  readonly setLimits: (id: string, limits: TenantLimits) => Promise<Tenant>;
  /** Erases everything of the tenant; answers how many rows went. Called again, it goes on. */
  readonly deleteTenant: (id: string) => Promise<number>;
  /** Where the chain of the tenant's audit stands. Throws `tenant.not-found`. */
  readonly auditChain: (id: string) => ReturnType<typeof showChain>;
  /** Checks the whole chain. Throws `tenant.not-found`, and `audit.not-whole` with what is wrong first. */
  readonly verifyAudit: (id: string, anchor?: Place) => Promise<AuditVerdict>;
  /** Checks every passkey. Throws `tenant.not-found`, and `passkey.tampered` with those that are not as registered. */
  readonly verifyPasskeys: (id: string) => Promise<PasskeyVerdict>;
  /** Wraps every key in the database by the newest secret key. */
  readonly rotateKeys: () => Promise<Rotation>;
  /** Ends what a restored database would let count again. */
  readonly voidOneTime: () => Promise<Voided>;
  readonly close: () => Promise<void>;
};

/** Opens the database of this machine's configuration, beside a running server or without one. Throws Problems. */
export async function openAdministration(
  log: (sentence: string) => void = () => undefined,
): Promise<Administration> {
  const config = readConfig();
  const { database, stop } = await openForCommand(config, log);
  const publicUrl = () => config.publicUrl ?? `http://localhost:${config.port}`;
  const needs = { sql: database, newId, publicUrl, platformTenant: config.platformTenant };
  const by = <Result>(id: string, work: (actor: ReturnType<typeof systemActor>) => Promise<Result>) =>
    inTenant(id, () => work(systemActor(id, 'command')));
  return {
    createTenant: (tenant) => by(tenant.id, (actor) => createTenant(needs, actor, tenant)),
    listTenants: (request) => listTenants(needs, systemActor('', 'command'), request),
    getTenant: (id) => getTenant(needs, systemActor(id, 'command'), id),
    setLimits: (id, limits) => by(id, (actor) => setTenantLimits(needs, actor, id, limits)),
    deleteTenant: async (id) => {
      await by(id, (actor) => deleteTenant(needs, actor, id));
      return eraseTenant(database, id);
    },
    auditChain: async (id) => {
      await getTenant(needs, systemActor(id, 'command'), id);
      return inTenant(id, () => showChain(database, id));
    },
    verifyAudit: async (id, anchor) => {
      await getTenant(needs, systemActor(id, 'command'), id);
      return inTenant(id, () => verifyWholeChain(database, id, anchor));
    },
    verifyPasskeys: async (id) => {
      await getTenant(needs, systemActor(id, 'command'), id);
      const keys = localKeys(loadSecretKeys(config));
      return composePasskeyCheck({ database, keys, cry: log })(id);
    },
    rotateKeys: () => rotateKeys({ sql: database, keys: localKeys(loadSecretKeys(config)) }),
    voidOneTime: () => voidOneTime(database),
    close: stop,
  };
}
