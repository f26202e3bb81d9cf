import type { Sql, Statement } from '../db/sql.ts';
import type { ProcessToken } from './process-token.ts';
import { linkHash } from './token-link.ts';

const columns = `t.tenant_id as tenant, t.id as key, t.name, t.definition_name as "definitionName",
  t.definition_version as "definitionVersion", t.definition_tag as "definitionTag", t.ui_url as "uiUrl", t.status, t.type, t.max_count as "maxCount",
  t.counter, (extract(epoch from t.not_before_at) * 1000)::float8 as "notBeforeAt",
  (extract(epoch from t.not_after_at) * 1000)::float8 as "notAfterAt",
  t.max_process_duration as "maxProcessDuration", t.parameters`;

const startable: Statement = {
  name: 'process-token.startable',
  text: `select ${columns}, coalesce(g.definition_id, named.id) as "definitionId"
    from process_tokens t
    left join process_definition_tags g on g.tenant_id = t.tenant_id and g.name = t.definition_tag
    left join lateral (
      select d.id from process_definitions d
      where t.definition_tag is null and d.tenant_id = t.tenant_id and d.name = t.definition_name and d.status = 'DEPLOYED_ACTIVE'
        and (t.definition_version is null or d.version = t.definition_version)
      order by d.version desc limit 1) named on true
    where t.link_hash = $1`,
};

const consume: Statement = {
  name: 'process-token.consume',
  text: `update process_tokens t set counter = t.counter + 1
    where t.tenant_id = $1 and t.id = $2 and t.status = 'ACTIVE' and t.counter < t.max_count
    returning ${columns}`,
};

/** A token by the id in its link, with the deployed version that it starts now, if any. */
export const findStartable = (sql: Sql, id: string) =>
  sql.row<ProcessToken & { readonly definitionId: string | null }>(startable, [linkHash(id)]);

/**
 * Uses a counted token once and answers it as it is then; `undefined` when it is used up. Of many at the same time only
 * as many succeed as it allows.
 */
export const consumeToken = (sql: Sql, { tenant, key }: ProcessToken) =>
  sql.row<ProcessToken>(consume, [tenant, key]);
