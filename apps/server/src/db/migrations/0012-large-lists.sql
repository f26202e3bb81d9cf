-- Every order and filter of the lists that grow to millions has an index that begins with it and ends with the id.

drop index users_by_name;
drop index users_by_email;
create index users_by_last_name on users (tenant_id, store_id, lower(last_name), id);
create index users_by_first_name on users (tenant_id, store_id, lower(first_name), id);
create index users_by_whole_name on users
  (tenant_id, store_id, lower(btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))));
create index users_by_email on users (tenant_id, store_id, lower(email), id);
create index users_by_change on users (tenant_id, store_id, updated_at, id);
create index users_by_status on users (tenant_id, store_id, status, created_at, id);

drop index process_instances_by_time;
drop index process_instances_by_status;
drop index process_instances_by_definition;
create index process_instances_by_time on process_instances (tenant_id, created_at, id);
create index process_instances_by_status on process_instances (tenant_id, status, created_at, id);
create index process_instances_by_definition on process_instances (tenant_id, definition_id, created_at, id);
create index process_instances_by_token on process_instances (tenant_id, token_id, created_at, id);
create index process_instances_by_last_name on process_instances (tenant_id, last_name, id);

drop index audit_by_time;
create index audit_by_time on audit (tenant_id, at, id);
create index audit_by_action on audit (tenant_id, action, at, id);
create index audit_failures on audit (tenant_id, at, id) where outcome = 'FAILURE';

-- A part of a name anywhere in it: trigrams, an extension that PostgreSQL brings along and that the owner of a database
-- may add. Where it is missing, the search reads every instance and is as right, only slower.
do $$
begin
  create extension if not exists pg_trgm;
  create index process_instances_by_person on process_instances using gin
    (lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '') || ' '
      || coalesce(phone_number, '')) gin_trgm_ops);
exception when insufficient_privilege or feature_not_supported or undefined_file then
  raise notice 'The extension pg_trgm is missing: looking for people among instances will be slow.';
end
$$;
