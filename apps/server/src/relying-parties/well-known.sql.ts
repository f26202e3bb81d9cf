import type { Sql, Statement } from '../db/sql.ts';

/** What a domain publishes about its passkeys. */
export type Published = {
  readonly relatedOrigins: readonly string[];
  readonly enrollUrl: string | null;
  readonly manageUrl: string | null;
};

const publishers: Statement = {
  name: 'relying-party.publishers',
  text: `
select distinct tenant_id as tenant from relying_parties
 where rp_id = $1 and (related_origins <> '{}' or enroll_url is not null or manage_url is not null)`,
  way: 'find-owner',
};

const published: Statement = {
  name: 'relying-party.published',
  text: `
select array(select distinct o from relying_parties r, unnest(r.related_origins) o
              where r.tenant_id = $1 and r.rp_id = $2 order by o) as "relatedOrigins",
       (select enroll_url from relying_parties where tenant_id = $1 and rp_id = $2 and enroll_url is not null
         order by created_at limit 1) as "enrollUrl",
       (select manage_url from relying_parties where tenant_id = $1 and rp_id = $2 and manage_url is not null
         order by created_at limit 1) as "manageUrl"`,
};

/** Who publishes anything at that domain. */
export const publishersOf = async (sql: Sql, rpId: string): Promise<readonly string[]> =>
  (await sql.rows<{ readonly tenant: string }>(publishers, [rpId])).map(({ tenant }) => tenant);

/** What a tenant publishes at a domain: the related origins of all its stores together, the first addresses. */
export const publishedBy = async (sql: Sql, tenant: string, rpId: string): Promise<Published> =>
  (await sql.row<Published>(published, [tenant, rpId])) ?? {
    relatedOrigins: [],
    enrollUrl: null,
    manageUrl: null,
  };
