import type { Sql, Statement } from '../db/sql.ts';
import { linkHash } from '../processes/token-link.ts';

/**
 * What a run finds in its sandbox as it is in the tenant, in an order in which nothing refers to what comes later. The
 * files of pages stay where the content host finds them.
 */
const copied = Object.freeze([
  'stores',
  'relying_parties',
  'registration_policies',
  'trust_anchors',
  'forms',
  'pages',
  'texts',
]);

const open: Statement = { name: 'sandboxes.open', text: 'select open_sandbox($1, $2, $3::text[])' };

const addDefinition: Statement = {
  name: 'sandboxes.add-definition',
  text: `insert into process_definitions (tenant_id, id, name, version, status, bpmn, created_by, updated_by)
    values ($1, $2, $3, 1, 'DEPLOYED_ACTIVE', $4, $5, $5)`,
};
/** Good for one start: no link that the page shows begins another, and nobody ever sees its own. */
const addToken: Statement = {
  name: 'sandboxes.add-token',
  text: `insert into process_tokens (tenant_id, id, name, definition_name, type, max_count, parameters, created_by, updated_by, link_hash)
    values ($1, $2, $3, $3, 'MULTI_USE_COUNT_LIMITED', 1, $4::jsonb, $5, $5, $6)`,
};

const erase: Statement = { name: 'sandboxes.erase', text: 'select erase_sandbox($1) as done' };

const eraseExpired: Statement = {
  name: 'sandboxes.erase-expired',
  text: 'select erase_expired_sandboxes($1, 5) as erased',
};

/** What is started in a sandbox. */
export type SandboxStart = {
  readonly definitionId: string;
  readonly definitionName: string;
  readonly bpmn: string;
  readonly tokenKey: string;
  readonly tokenId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly createdBy: string;
};

/** Makes a sandbox of a tenant: its configuration, and nobody in its stores. */
export const insertSandbox = (sql: Sql, tenant: string, sandbox: string) =>
  sql.row(open, [tenant, sandbox, copied]);

/** Puts what is to be started into a sandbox. */
export async function furnishSandbox(sql: Sql, sandbox: string, start: SandboxStart): Promise<void> {
  const { definitionId, definitionName, bpmn, tokenKey, tokenId, createdBy } = start;
  await sql.change(addDefinition, [sandbox, definitionId, definitionName, bpmn, createdBy]);
  const parameters = JSON.stringify(start.parameters);
  const token = [sandbox, tokenKey, definitionName, parameters, createdBy, linkHash(tokenId)];
  await sql.change(addToken, token);
}

/** Erases a sandbox with all that is in it. */
export const eraseSandbox = (sql: Sql, sandbox: string) => sql.row(erase, [sandbox]);

/** Erases some of those whose time is over; answers how many. */
export const eraseExpiredSandboxes = async (sql: Sql, now: number): Promise<number> =>
  (await sql.row<{ readonly erased: number }>(eraseExpired, [new Date(now)]))?.erased ?? 0;
