-- The audit as a chain of hashes, linked a moment behind the records themselves.

create table audit_chains (
  tenant_id      text primary key references tenants (id),
  -- The newest link, and up to which record it reaches.
  position       bigint not null default 0,
  hash           bytea not null check (octet_length(hash) = 32),
  reached_at     timestamptz not null default '-infinity',
  reached_id     text not null default '',
  -- When the records behind were last searched for some that were committed late.
  searched_at    timestamptz not null default '-infinity',
  -- The last link that retention took; what is kept begins behind it.
  kept_position  bigint not null default 0,
  kept_hash      bytea not null check (octet_length(kept_hash) = 32)
);

create table audit_links (
  tenant_id   text not null references tenants (id),
  position    bigint not null,
  record_id   text not null,
  -- Empty once the actor and the facts of the record are erased.
  salt        bytea check (octet_length(salt) = 16),
  commitment  bytea not null check (octet_length(commitment) = 32),
  hash        bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id, position),
  unique (tenant_id, record_id)
);

-- After how many days records are forgotten; empty: never.
alter table audit_chains add column keep_days integer check (keep_days between 30 and 36500);

-- The two ways in which records may change, and no others: these run as the owner of the tables, whatever the role of
-- the server may do to them.

-- Forgets linked records from the front of the chain, at most `most`, as far as the tenant's rule allows. The last of
-- them leaves its hash as the beginning of what is kept.
create function forget_audit(tenant text, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  chain   audit_chains;
  reached bigint;
  last    audit_links;
begin
  select * into chain from audit_chains where tenant_id = tenant for update;
  if chain.keep_days is null then return 0; end if;
  select coalesce(min(l.position) filter (where a.at >= clock_timestamp() - make_interval(days => chain.keep_days)) - 1,
                  max(l.position)) into reached
    from audit_links l join audit a on a.tenant_id = l.tenant_id and a.id = l.record_id
    where l.tenant_id = tenant and l.position > chain.kept_position and l.position <= chain.kept_position + most;
  select * into last from audit_links where tenant_id = tenant and position = reached and position > chain.kept_position;
  if last.position is null then return 0; end if;
  delete from audit a using audit_links l
    where l.tenant_id = tenant and l.position <= last.position and a.tenant_id = tenant and a.id = l.record_id;
  delete from audit_links where tenant_id = tenant and position <= last.position;
  update audit_chains set kept_position = last.position, kept_hash = last.hash where tenant_id = tenant;
  return last.position - chain.kept_position;
end $$;

-- Takes an operator's name and the facts of what they did out of linked records; that it happened stays.
create function erase_audit_of_operator(tenant text, who text) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased integer;
begin
  with gone as (
    update audit a set actor = 'erased', facts = '{}'
    from audit_links l
    where a.tenant_id = tenant and a.actor_kind = 'operator' and a.facts ->> 'operatorId' = who
      and l.tenant_id = tenant and l.record_id = a.id
    returning a.id)
  update audit_links l set salt = null from gone where l.tenant_id = tenant and l.record_id = gone.id;
  get diagnostics erased = row_count;
  return erased;
end $$;
