import type { Sql, Statement } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import type { Client } from './client.ts';
import { tenantOfSecret } from './owners.sql.ts';
import { hashSecret, type SecretKind } from './secrets.ts';

const columns = 'c.tenant_id as tenant, c.id, c.client_id as "clientId", c.name, c.permissions';
const usable = `c.status = 'ACTIVE' and (c.expires_at is null or c.expires_at > clock_timestamp())
  and not exists (select from tenants t where t.id = c.tenant_id and t.deleting_at is not null)`;

const bySecret: Statement = {
  name: 'clients.by-secret',
  text: `select ${columns} from api_secrets s join api_clients c on c.tenant_id = s.tenant_id and c.id = s.api_client
    where s.hash = $1 and s.kind = $2 and ${usable}
      and (s.expires_at is null or s.expires_at > clock_timestamp())`,
};

/** The usable client that holds this secret, or `undefined`. */
export async function findClientBySecret(
  sql: Sql,
  kind: SecretKind,
  secret: string,
): Promise<Client | undefined> {
  const tenant = await tenantOfSecret(sql, secret);
  if (tenant === undefined) return undefined;
  return inTenant(tenant, () => sql.row<Client>(bySecret, [hashSecret(secret), kind]));
}

const byToken: Statement = {
  name: 'clients.by-token',
  text: `select ${columns} from api_clients c where c.client_id = $1 and c.tenant_id = $2 and ${usable}
    and not exists (select from revoked_tokens r where r.jti = $3)`,
};

/** The usable client of a token that is not revoked, or `undefined`. */
export const findClientByToken = (
  sql: Sql,
  token: { readonly clientId: string; readonly tenant: string; readonly jti: string },
): Promise<Client | undefined> =>
  inTenant(token.tenant, () => sql.row<Client>(byToken, [token.clientId, token.tenant, token.jti]));

const revoke: Statement = {
  name: 'clients.revoke-token',
  text: `with swept as (delete from revoked_tokens where expires_at < now() - interval '1 hour')
    insert into revoked_tokens (jti, tenant_id, expires_at) values ($1, $2, to_timestamp($3::double precision))
    on conflict (jti) do nothing`,
};

/** Remembers a revoked token until an hour past its end (`expiresAt` in seconds since the epoch). */
export const insertRevokedToken = (
  sql: Sql,
  token: { readonly jti: string; readonly tenant: string; readonly expiresAt: number },
): Promise<number> => sql.change(revoke, [token.jti, token.tenant, token.expiresAt]);
