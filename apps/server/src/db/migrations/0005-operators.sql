-- Who works in the Backoffice, and how they prove it: passkeys, invitations, sessions.

create table operators (
  tenant_id  text not null references tenants (id),
  id         text not null,
  name       text not null,
  email      text,
  role       text not null check (role in ('administrator', 'designer', 'support', 'auditor')),
  status     text not null default 'ACTIVE' check (status in ('ACTIVE', 'BLOCKED')),
  -- WebAuthn's user.id: random, the same for all passkeys of an operator.
  handle     bytea not null check (octet_length(handle) between 16 and 64),
  created_at timestamptz not null default now(),
  created_by text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (tenant_id, id),
  unique (handle)
);
create index operators_by_role on operators (tenant_id, role);

create table operator_credentials (
  tenant_id       text not null,
  id              text not null,
  operator_id     text not null,
  rp_id           text not null,
  credential_id   bytea not null check (octet_length(credential_id) between 1 and 1023),
  public_key      bytea not null,
  algorithm       integer not null,
  sign_count      bigint not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  transports      text[] not null default '{}',
  aaguid          uuid not null,
  name            text not null,
  created_at      timestamptz not null default now(),
  last_used_at    timestamptz,
  primary key (tenant_id, id),
  -- A sign-in finds the operator, and with it the tenant, by the passkey alone.
  unique (rp_id, credential_id),
  foreign key (tenant_id, operator_id) references operators (tenant_id, id) on delete cascade
);
create index operator_credentials_by_operator on operator_credentials (tenant_id, operator_id, created_at);

-- SHA-256 of a random secret of 256 bits, which stands in a link and is kept nowhere.
create table operator_invitations (
  tenant_id   text not null references tenants (id),
  id          text not null,
  hash        bytea not null,
  role        text not null check (role in ('administrator', 'designer', 'support', 'auditor')),
  name        text not null,
  email       text,
  -- Only of the set-up link: the relying party at which the tenant has no administrator yet.
  first_rp_id text,
  created_at  timestamptz not null default now(),
  created_by  text not null,
  expires_at  timestamptz not null,
  consumed_at timestamptz,
  primary key (tenant_id, id),
  unique (hash)
);
create unique index operator_invitations_first on operator_invitations (tenant_id)
  where first_rp_id is not null and consumed_at is null;

-- Ends with the passkey that began it. Idle for too long counts from `seen_at`, which moves at most once a minute.
create table operator_sessions (
  tenant_id   text not null,
  id          text not null,
  operator_id text not null,
  credential  text not null,
  hash        bytea not null,
  user_agent  text not null,
  created_at  timestamptz not null default clock_timestamp(),
  seen_at     timestamptz not null default clock_timestamp(),
  expires_at  timestamptz not null,
  revoked_at  timestamptz,
  primary key (tenant_id, id),
  unique (hash),
  foreign key (tenant_id, operator_id) references operators (tenant_id, id) on delete cascade,
  foreign key (tenant_id, credential) references operator_credentials (tenant_id, id) on delete cascade
);
create index operator_sessions_by_operator on operator_sessions (tenant_id, operator_id, created_at);
create index operator_sessions_by_credential on operator_sessions (tenant_id, credential);

-- One ceremony; its row is deleted by the first answer. The tenant of a sign-in is not known before its passkey is.
create table operator_ceremonies (
  id            text primary key,
  tenant_id     text references tenants (id),
  purpose       text not null check (purpose in ('set-up', 'sign-in', 'add-passkey')),
  expectations  jsonb not null,
  operator_id   text,
  handle        bytea,
  invitation_id text,
  expires_at    timestamptz not null,
  check ((purpose = 'sign-in') = (tenant_id is null))
);
create index operator_ceremonies_by_expiry on operator_ceremonies (expires_at);
