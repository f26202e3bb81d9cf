import type { Sql, Statement } from '../db/sql.ts';

/** What a domain publishes about its passkeys. */
export type Published = {
  readonly relatedOrigins: readonly string[];
  readonly enrollUrl: string | null;
  readonly manageUrl: string | null;
};

const publisher: Statement = {
  name: 'relying-party.publisher',
  text: `
select tenant_id as tenant from relying_parties
 where rp_id = $1 and (related_origins <> '{}' or enroll_url is not null or manage_url is not null)
 order by created_at limit 1`,
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

/** Whose domain it is; `undefined` when nobody publishes anything there. */
export const publisherOf = async (sql: Sql, rpId: string): Promise<string | undefined> =>
  (await sql.row<{ readonly tenant: string }>(publisher, [rpId]))?.tenant;

/** What a tenant publishes at a domain: the related origins of all its stores together, the first addresses. */
export const publishedBy = async (sql: Sql, tenant: string, rpId: string): Promise<Published> =>
  (await sql.row<Published>(published, [tenant, rpId])) ?? {
    relatedOrigins: [],
    enrollUrl: null,
    manageUrl: null,
  };
