-- What runs as the owner of the tables passes by every policy: each function of that kind asks for itself whether it is
-- called by work in the tenant that it is told of. Whoever may call them stands in the table of the program's rights.

create function require_tenant(tenant text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if tenant is distinct from nullif(current_setting('latchkey.tenant', true), '') then
    raise exception 'This is not the tenant of the work that asks.' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- The bodies that were there, which nobody but the owner calls from now on.
alter function open_sandbox(text, text, text[]) rename to copy_into_sandbox;
alter function erase_sandbox(text) rename to erase_any_sandbox;
alter function forget_audit(text, integer) rename to forget_audit_of_any;
alter function erase_audit_of_operator(text, text) rename to erase_operator_of_any;
alter function erase_audit_of_tenant(text, integer) rename to erase_audit_of_any;

create function open_sandbox(origin text, sandbox text, copied text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_tenant(origin);
  perform copy_into_sandbox(origin, sandbox, copied);
end $$;

-- Only a sandbox of the tenant that asks; every other one is not there for it.
create function erase_sandbox(sandbox text) returns boolean
language plpgsql security definer set search_path = public, pg_temp set latchkey.way = 'migration' as $$
begin
  perform from tenants
    where id = sandbox and sandbox_of = nullif(current_setting('latchkey.tenant', true), '');
  return found and erase_any_sandbox(sandbox);
end $$;

create function forget_audit(tenant text, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_tenant(tenant);
  return forget_audit_of_any(tenant, most);
end $$;

create function erase_audit_of_operator(tenant text, who text) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_tenant(tenant);
  return erase_operator_of_any(tenant, who);
end $$;

create function erase_audit_of_tenant(tenant text, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_tenant(tenant);
  return erase_audit_of_any(tenant, most);
end $$;

-- The clean-up is of no tenant; it reaches sandboxes and their runs alone.
create or replace function erase_expired_sandboxes(moment timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp set latchkey.way = 'migration' as $$
declare
  sandbox text;
  erased integer := 0;
begin
  for sandbox in
    select t.id from tenants t left join test_runs r on r.sandbox_id = t.id
     where t.sandbox_of is not null and coalesce(r.expires_at, t.created_at + interval '10 minutes') <= moment
     order by t.created_at limit most
  loop
    delete from test_runs where sandbox_id = sandbox;
    perform erase_any_sandbox(sandbox);
    erased := erased + 1;
  end loop;
  return erased;
end $$;
