-- The id of a process token, which is in its links, is a secret: rows refer to a token by a key that starts nothing. A
-- row without a hash has its id in the place of the key still; the start of the server gives it a key.

alter table process_tokens
  -- SHA-256 of the id.
  add column link_hash bytea,
  -- The id under the server's secret key; empty where nobody ever shows it.
  add column link_sealed bytea;
create unique index process_tokens_by_link on process_tokens (link_hash);
create index process_tokens_unsealed on process_tokens (tenant_id, id) where link_hash is null;
drop index process_tokens_by_id;

alter table process_instances
  drop constraint process_instances_tenant_id_token_id_fkey,
  add constraint process_instances_token foreign key (tenant_id, token_id)
    references process_tokens (tenant_id, id) on delete set null (token_id) on update cascade;
