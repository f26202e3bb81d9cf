-- Every order and filter of the lists that grow to millions has an index that begins with it and ends with the id. What
-- people look for stands in columns of its own, compared byte by byte: row-level security keeps an index from serving
-- lower(…) and LIKE, and lets it serve comparisons.

alter table users
  add column first_name_key text collate "C" generated always as (lower(first_name)) stored,
  add column last_name_key text collate "C" generated always as (lower(last_name)) stored,
  add column whole_name_key text collate "C"
    generated always as (lower(btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')))) stored,
  add column email_key text collate "C" generated always as (lower(email)) stored,
  add column external_id_key text collate "C" generated always as (external_id) stored;
drop index users_by_name;
drop index users_by_email;
create index users_by_first_name on users (tenant_id, store_id, first_name_key, id);
create index users_by_last_name on users (tenant_id, store_id, last_name_key, id);
create index users_by_whole_name on users (tenant_id, store_id, whole_name_key);
create index users_by_email on users (tenant_id, store_id, email_key, id);
create index users_by_external_id on users (tenant_id, store_id, external_id_key, id);
create index users_by_change on users (tenant_id, store_id, updated_at, id);
create index users_by_status on users (tenant_id, store_id, status, created_at, id);

-- Most instances know nobody's name before their process asks for it, and cost nothing in most of these.
alter table process_instances
  add column last_name_key text collate "C" generated always as (lower(last_name)) stored,
  add column whole_name_key text collate "C"
    generated always as (nullif(lower(btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))), '')) stored,
  add column email_key text collate "C" generated always as (lower(email)) stored,
  add column phone_key text collate "C" generated always as (phone_number) stored;
create index process_instances_by_whole_name on process_instances (tenant_id, whole_name_key)
  where whole_name_key is not null;
create index process_instances_by_email on process_instances (tenant_id, email_key) where email_key is not null;
create index process_instances_by_phone on process_instances (tenant_id, phone_key) where phone_key is not null;
drop index process_instances_by_time;
drop index process_instances_by_status;
drop index process_instances_by_definition;
create index process_instances_by_time on process_instances (tenant_id, created_at, id);
create index process_instances_by_last_name on process_instances (tenant_id, last_name_key, id);
create index process_instances_by_status on process_instances (tenant_id, status, created_at, id);
create index process_instances_by_definition on process_instances (tenant_id, definition_id, created_at, id);
create index process_instances_by_token on process_instances (tenant_id, token_id, created_at, id)
  where token_id is not null;

drop index audit_by_time;
create index audit_by_time on audit (tenant_id, at, id);
create index audit_by_action on audit (tenant_id, action, at, id);
create index audit_failures on audit (tenant_id, at, id) where outcome = 'FAILURE';
