import type { Client } from '../access/client.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { type DemoSecrets, demo } from './demo-facts.ts';

const client: Statement = {
  name: 'demo.client',
  text: `select tenant_id as tenant, id, client_id as "clientId", name, permissions from api_clients
    where tenant_id = $1 and client_id = $2 and status = 'ACTIVE'`,
};

/** The demo's API client, unless somebody has blocked or deleted it. */
export const findDemoClient = (sql: Sql): Promise<Client | undefined> =>
  sql.row<Client>(client, [demo.tenant, demo.clientId]);

const addSecrets: Statement = {
  name: 'demo.add-secrets',
  text: `insert into api_secrets (tenant_id, api_client, hash, kind)
    values ($1, $2, $3, 'API_KEY'), ($1, $2, $4, 'CLIENT_SECRET') on conflict (hash) do nothing`,
};

/** Lets the client be known by these secrets too: a process with a secret key of its own derives others. */
export const addDemoSecrets = (sql: Sql, { id }: Client, secrets: DemoSecrets): Promise<number> =>
  sql.change(addSecrets, [demo.tenant, id, hashSecret(secrets.apiKey), hashSecret(secrets.clientSecret)]);

const token: Statement = {
  name: 'demo.token',
  text: `select id as key, link_sealed as sealed from process_tokens where tenant_id = $1 and name = $2 and status = 'ACTIVE'`,
};

/** The demo's link, its id sealed, unless somebody has switched it off. */
export const findDemoToken = (sql: Sql) =>
  sql.row<{ readonly key: string; readonly sealed: Uint8Array | null }>(token, [demo.tenant, demo.tokenName]);
