-- Forms and process definitions are immutable numbered versions; instances stay on theirs.

create table forms (
  tenant_id   text not null references tenants (id),
  id          text not null,
  name        text not null,
  version     integer not null,
  description text not null default '',
  status      text not null default 'EDITABLE' check (status in ('EDITABLE', 'DEPLOYED_ACTIVE')),
  resource    text not null,
  created_at  timestamptz not null default now(),
  created_by  text not null,
  updated_at  timestamptz not null default now(),
  updated_by  text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name, version)
);

create table process_definitions (
  tenant_id   text not null references tenants (id),
  id          text not null,
  name        text not null,
  version     integer not null,
  description text not null default '',
  type        text not null default 'VERIFICATION',
  status      text not null default 'EDITABLE' check (status in ('EDITABLE', 'DEPLOYED_ACTIVE')),
  bpmn        text not null,
  attributes  jsonb not null default '{}',
  created_at  timestamptz not null default now(),
  created_by  text not null,
  updated_at  timestamptz not null default now(),
  updated_by  text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name, version)
);

create table process_tokens (
  tenant_id            text not null references tenants (id),
  id                   text not null,
  name                 text not null,
  description          text not null default '',
  definition_name      text not null,
  definition_version   integer,
  ui_url               text,
  status               text not null default 'ACTIVE' check (status in ('ACTIVE', 'INACTIVE')),
  type                 text not null default 'UNLIMITED'
                         check (type in ('UNLIMITED', 'MULTI_USE_COUNT_LIMITED', 'MULTI_USE_TIME_LIMITED')),
  max_count            integer,
  counter              integer not null default 0,
  not_before_at        timestamptz,
  not_after_at         timestamptz,
  max_process_duration text,
  parameters           jsonb not null default '{}',
  created_at           timestamptz not null default now(),
  created_by           text not null,
  updated_at           timestamptz not null default now(),
  updated_by           text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table process_instances (
  tenant_id     text not null references tenants (id),
  id            text not null,
  definition_id text not null,
  token_id      text,
  -- The statuses of the API: PENDING, ACTIVE, REVIEW, COMPLETED_ENDED_SUCCESS, COMPLETED_ENDED_ERROR, …
  status        text not null,
  decision      text,
  version       integer not null,
  state         jsonb not null,
  data          jsonb not null,
  due_at        timestamptz,
  -- SHA-256 of the secret in the browser that confirmed the link.
  visitor_hash  bytea,
  first_name    text,
  last_name     text,
  email         text,
  phone_number  text,
  created_at    timestamptz not null default clock_timestamp(),
  created_by    text not null,
  updated_at    timestamptz not null default clock_timestamp(),
  ended_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, definition_id) references process_definitions (tenant_id, id),
  foreign key (tenant_id, token_id) references process_tokens (tenant_id, id) on delete set null (token_id)
);
create index process_instances_due on process_instances (due_at) where due_at is not null;
create index process_instances_by_time on process_instances (tenant_id, created_at desc, id);
create index process_instances_by_definition on process_instances (tenant_id, definition_id, created_at desc);

-- Replaying an instance's events from the first gives its stored state.
create table instance_history (
  tenant_id   text not null,
  instance_id text not null,
  version     integer not null,
  at          timestamptz not null,
  actor       text not null,
  event       jsonb not null,
  primary key (tenant_id, instance_id, version),
  foreign key (tenant_id, instance_id) references process_instances (tenant_id, id) on delete cascade
);

-- Effects that a step left for later; `id` is `instance:version:position`, stable over retries.
create table outbox (
  tenant_id    text not null,
  id           text not null,
  instance_id  text not null,
  effect       jsonb not null,
  available_at timestamptz not null default clock_timestamp(),
  attempts     integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, instance_id) references process_instances (tenant_id, id) on delete cascade
);
create index outbox_by_time on outbox (available_at);
