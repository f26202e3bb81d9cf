-- Who may call the API, and what happened.

create table api_clients (
  tenant_id   text not null references tenants (id),
  id          text not null,
  client_id   text not null,
  name        text not null,
  description text not null default '',
  permissions text[] not null default '{}',
  status      text not null default 'ACTIVE' check (status in ('ACTIVE', 'BLOCKED', 'ARCHIVED')),
  expires_at  timestamptz,
  created_at  timestamptz not null default now(),
  created_by  text not null,
  updated_at  timestamptz not null default now(),
  updated_by  text not null,
  primary key (tenant_id, id),
  unique (client_id)
);

-- SHA-256 of random secrets of 256 bits; the secret itself is shown once and kept nowhere.
create table api_secrets (
  tenant_id   text not null,
  api_client  text not null,
  hash        bytea not null,
  kind        text not null check (kind in ('API_KEY', 'CLIENT_SECRET')),
  created_at  timestamptz not null default now(),
  expires_at  timestamptz,
  primary key (hash),
  foreign key (tenant_id, api_client) references api_clients (tenant_id, id) on delete cascade
);
create index api_secrets_by_client on api_secrets (tenant_id, api_client);

-- Public halves are for every server process; a private half is wrapped by the key of the process that made it.
create table signing_keys (
  kid         text primary key,
  public_jwk  jsonb not null,
  private_key bytea not null,
  created_at  timestamptz not null default now(),
  retired_at  timestamptz
);

create table revoked_tokens (
  jti        text primary key,
  tenant_id  text not null references tenants (id),
  expires_at timestamptz not null,
  revoked_at timestamptz not null default now()
);

create table audit (
  tenant_id   text not null references tenants (id),
  id          text not null,
  at          timestamptz not null default clock_timestamp(),
  actor_kind  text not null,
  actor       text not null,
  action      text not null,
  outcome     text not null check (outcome in ('SUCCESS', 'FAILURE')),
  code        text,
  target_kind text,
  target_id   text,
  instance_id text,
  facts       jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index audit_by_time on audit (tenant_id, at desc, id);
create index audit_by_target on audit (tenant_id, target_kind, target_id, at desc);
create index audit_by_instance on audit (tenant_id, instance_id, at) where instance_id is not null;
