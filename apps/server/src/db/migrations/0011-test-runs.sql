-- Test runs: a draft runs in a tenant of its own, which nothing of the real one can see, and which is erased with it.

alter table tenants
  -- The tenant whose configuration a sandbox was copied from; empty for every real one.
  add column sandbox_of text references tenants (id);
create index tenants_sandboxes on tenants (sandbox_of) where sandbox_of is not null;

create table test_runs (
  tenant_id       text not null references tenants (id),
  id              text not null,
  -- Kind and id of the actor whose run it is; nobody else sees it.
  owner           text not null,
  definition_name text not null,
  bpmn            text not null,
  -- What a process token would give, and the people whom the stores know.
  parameters      jsonb not null,
  people          jsonb not null,
  sandbox_id      text not null,
  instance_id     text,
  -- By how much the clock of the run is ahead: the timers that its tester let pass.
  skipped_ms      bigint not null default 0,
  steps           integer not null default 0,
  -- What was typed into the form that asked for a passkey, until the prompt is answered.
  entered         jsonb,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (sandbox_id)
);
create index test_runs_by_owner on test_runs (tenant_id, owner, created_at);

create table test_run_steps (
  tenant_id text not null,
  run_id    text not null,
  number    integer not null,
  act       jsonb not null,
  element   text,
  at        timestamptz not null default clock_timestamp(),
  -- The session data after it.
  data      jsonb not null,
  primary key (tenant_id, run_id, number),
  foreign key (tenant_id, run_id) references test_runs (tenant_id, id) on delete cascade
);

-- What reaches over two tenants is these three functions, which run as the owner of the tables.

-- Makes a sandbox of a tenant with all its rows in the tables that are named, in their order. Columns that later versions
-- add come along.
create function open_sandbox(origin text, sandbox text, copied text[]) returns void
language plpgsql security definer set search_path = public, pg_temp set latchkey.way = 'migration' as $$
declare
  name text;
  names text;
begin
  insert into tenants (id, name, sandbox_of) select sandbox, t.name, t.id from tenants t where t.id = origin and t.sandbox_of is null;
  if not found then
    raise exception 'There is no tenant %.', origin;
  end if;
  foreach name in array copied loop
    select string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) into names
      from information_schema.columns c
     where c.table_schema = 'public' and c.table_name = name and c.column_name <> 'tenant_id'
       and c.is_generated = 'NEVER' and c.is_identity = 'NO';
    execute format('insert into %I (tenant_id, %s) select $1, %s from %I where tenant_id = $2', name, names, names, name)
      using sandbox, origin;
  end loop;
end
$$;

-- Deletes a sandbox with every row of every table that belongs to a tenant. A real tenant is none.
create function erase_sandbox(sandbox text) returns boolean
language plpgsql security definer set search_path = public, pg_temp set latchkey.way = 'migration' as $$
declare
  name text;
  pending text[];
  held text[];
begin
  perform from tenants where id = sandbox and sandbox_of is not null for update;
  if not found then
    return false;
  end if;
  select array_agg(c.table_name::text) into pending
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE';
  -- A table that others still refer to waits for the next round.
  loop
    held := '{}';
    foreach name in array pending loop
      begin
        execute format('delete from %I where tenant_id = $1', name) using sandbox;
      exception when foreign_key_violation then
        held := held || name;
      end;
    end loop;
    exit when held = '{}';
    if held = pending then
      raise exception 'The sandbox % cannot be erased: % refer to each other.', sandbox, held;
    end if;
    pending := held;
  end loop;
  delete from tenants where id = sandbox;
  return true;
end
$$;

-- Erases at most `most` sandboxes whose time is over, with their runs; one without a run was left by a start that failed
-- half-way. Answers how many.
create function erase_expired_sandboxes(moment timestamptz, most integer) returns integer
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
    perform erase_sandbox(sandbox);
    erased := erased + 1;
  end loop;
  return erased;
end
$$;
