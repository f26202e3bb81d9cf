-- What a tenant may hold, and tenants on their way out. An empty limit is none.

alter table tenants
  add column max_users bigint check (max_users >= 0),
  add column max_stores integer check (max_stores >= 0),
  add column max_definitions integer check (max_definitions >= 0),
  add column max_running_instances bigint check (max_running_instances >= 0),
  add column max_storage_bytes bigint check (max_storage_bytes >= 0),
  add column max_requests_per_minute integer check (max_requests_per_minute >= 0),
  -- From then on nobody gets in, and everything is erased by and by; the row itself goes last.
  add column deleting_at timestamptz;

-- The audit can be added to and no more by the role of the server: with its tenant it goes by this function, as the
-- owner, and only once the tenant is being deleted. Answers how many rows went, at most `most` of each table.
create function erase_audit_of_tenant(tenant text, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  links   integer;
  records integer;
begin
  if not exists (select from tenants where id = tenant and deleting_at is not null) then return 0; end if;
  delete from audit_links where ctid = any (array(select ctid from audit_links where tenant_id = tenant limit most));
  get diagnostics links = row_count;
  delete from audit where ctid = any (array(select ctid from audit where tenant_id = tenant limit most));
  get diagnostics records = row_count;
  return links + records;
end $$;
