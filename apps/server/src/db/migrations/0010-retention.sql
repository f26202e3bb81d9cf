-- How long finished instances are kept, and what is counted of those that are gone.

create table process_retention (
  tenant_id      text not null references tenants (id),
  name           text not null,
  retention_days integer not null check (retention_days between 1 and 3650),
  updated_at     timestamptz not null default now(),
  updated_by     text not null,
  primary key (tenant_id, name)
);

-- Of an erased instance the funnel keeps what it counts, and nothing of the person.
create table erased_instances (
  tenant_id     text not null references tenants (id),
  id            text not null,
  definition_id text not null,
  created_at    timestamptz not null,
  erased_at     timestamptz not null,
  status        text not null,
  reached       smallint not null,
  outcome       text,
  browser       text,
  device        text,
  -- From its start to its end; empty when it never began or never ended.
  milliseconds  double precision,
  primary key (tenant_id, id),
  foreign key (tenant_id, definition_id) references process_definitions (tenant_id, id)
);
create index erased_instances_by_definition on erased_instances (tenant_id, definition_id, created_at);

create index process_instances_finished on process_instances (tenant_id, definition_id, coalesce(ended_at, updated_at))
  where status in
    ('COMPLETED_ENDED_SUCCESS', 'COMPLETED_ENDED_ERROR', 'COMPLETED_TERMINATED', 'COMPLETED_PROCESS_ERROR');
