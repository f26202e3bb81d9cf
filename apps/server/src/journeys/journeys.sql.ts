import type { Sql, Statement } from '../db/sql.ts';
import type { Instance } from '../processes/process-instance.ts';
import {
  openedInstance,
  type SessionDataSafe,
  type StoredData,
} from '../processes/session-data/session-data-safe.ts';

/** An instance with what its page tells of its tenant and its definition. */
export type Journey = Pick<
  Instance,
  'tenant' | 'id' | 'definitionId' | 'status' | 'state' | 'data' | 'deadlineAt' | 'endedAt' | 'visitorHash'
> & {
  readonly organisation: string;
  readonly definitionName: string;
  readonly definitionVersion: number;
  readonly definitionType: string;
  /** The process token of a link that can be opened again, in any browser; only people who came by it know its id. */
  readonly reusableKey: string | null;
  readonly reusableLink: Uint8Array | null;
};

const find: Statement = {
  name: 'journey.find',
  text: `select i.tenant_id as tenant, i.id, i.definition_id as "definitionId", i.status, i.state,
      i.data as "storedData", i.sealed,
      (extract(epoch from i.deadline_at) * 1000)::float8 as "deadlineAt",
      (extract(epoch from i.ended_at) * 1000)::float8 as "endedAt", i.visitor_hash as "visitorHash",
      t.name as organisation, d.name as "definitionName", d.version as "definitionVersion", d.type as "definitionType",
      p.id as "reusableKey", p.link_sealed as "reusableLink"
    from process_instances i
    join tenants t on t.id = i.tenant_id
    join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id
    left join process_tokens p on p.tenant_id = i.tenant_id and p.id = i.token_id
      and i.start_key_hash is null and p.status = 'ACTIVE' and p.type <> 'MULTI_USE_COUNT_LIMITED'
    where i.id = $1`,
};

const accepted: Statement = {
  name: 'journey.accepted-credentials',
  text: `select c.credential_id as "credentialId" from credentials made
    join credentials c on c.tenant_id = made.tenant_id and c.user_id = made.user_id
      and c.relying_party_id = made.relying_party_id
    where made.tenant_id = $1 and made.id = $2
    order by c.created_at, c.id`,
};

export type FindJourney = (sql: Sql, id: string) => Promise<Journey | undefined>;

/** Finds the journey of an instance. Throws `secret.unreadable`. */
export const findJourney =
  (safe: Pick<SessionDataSafe, 'open'>): FindJourney =>
  async (sql, id) => {
    const row = await sql.row<Omit<Journey, 'data'> & StoredData>(find, [id]);
    return row && (await openedInstance(safe, row));
  };

/** The ids of all credentials of the person who holds that passkey, with the same relying party; none if it is gone. */
export async function acceptedCredentials(sql: Sql, tenant: string, passkeyId: string) {
  const rows = await sql.rows<{ readonly credentialId: Uint8Array }>(accepted, [tenant, passkeyId]);
  return rows.map(({ credentialId }) => credentialId);
}
