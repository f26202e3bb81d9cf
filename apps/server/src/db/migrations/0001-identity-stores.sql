-- Tenants, and what they hold: stores, users, relying parties, policies, passkeys.
-- Every key starts with the tenant, so that no reference can cross to another one.

create table tenants (
  id          text primary key check (id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name        text not null,
  created_at  timestamptz not null default now()
);

create table stores (
  tenant_id               text not null references tenants (id),
  id                      text not null,
  name                    text not null,
  description             text not null default '',
  default_locale_language text,
  default_locale_country  text,
  default_locale_variant  text,
  default_time_zone       text not null default 'UTC',
  default_user_status     text not null default 'ACTIVE',
  max_users               bigint not null default 1000000,
  max_passkeys_per_user   integer not null default 20,
  created_at              timestamptz not null default now(),
  created_by              text not null,
  updated_at              timestamptz not null default now(),
  updated_by              text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table users (
  tenant_id        text not null,
  store_id         text not null,
  id               text not null,
  external_id      text not null,
  status           text not null check (status in ('ACTIVE', 'LOCKED', 'TEMP_LOCKED', 'DISABLED', 'PENDING_ACTIVE')),
  email            text,
  first_name       text,
  last_name        text,
  date_of_birth    date,
  locale_language  text,
  locale_country   text,
  locale_variant   text,
  nationalities    text[] not null default '{}',
  time_zone        text,
  type             text,
  attributes       jsonb not null default '{}',
  lock_count       integer not null default 0,
  locked_until     timestamptz,
  created_at       timestamptz not null default now(),
  created_by       text not null,
  updated_at       timestamptz not null default now(),
  updated_by       text not null,
  primary key (tenant_id, id),
  unique (tenant_id, store_id, external_id),
  foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
create index users_by_email on users (tenant_id, store_id, lower(email));
create index users_by_name on users (tenant_id, store_id, lower(last_name), lower(first_name));
create index users_by_age on users (tenant_id, store_id, created_at, id);

create table relying_parties (
  tenant_id           text not null,
  store_id            text not null,
  id                  text not null,
  rp_id               text not null,
  name                text not null,
  origins             text[] not null default '{}',
  created_at          timestamptz not null default now(),
  created_by          text not null,
  updated_at          timestamptz not null default now(),
  updated_by          text not null,
  primary key (tenant_id, id),
  unique (tenant_id, store_id, rp_id),
  foreign key (tenant_id, store_id) references stores (tenant_id, id)
);

create table registration_policies (
  tenant_id                text not null,
  relying_party_id         text not null,
  id                       text not null,
  name                     text not null,
  version                  integer not null default 1,
  attachment               text check (attachment in ('platform', 'cross-platform')),
  resident_key             text not null default 'preferred' check (resident_key in ('discouraged', 'preferred', 'required')),
  user_verification        text not null default 'preferred' check (user_verification in ('discouraged', 'preferred', 'required')),
  attestation              text not null default 'none' check (attestation in ('none', 'indirect', 'direct', 'enterprise')),
  algorithms               integer[] not null default '{-8,-7,-257}',
  timeout_ms               integer not null default 300000 check (timeout_ms between 30000 and 600000),
  hints                    text[] not null default '{}',
  cred_props               boolean not null default true,
  credential_protection    text check (credential_protection in
                             ('userVerificationOptional', 'userVerificationOptionalWithCredentialIDList', 'userVerificationRequired')),
  enforce_credential_protection boolean not null default false,
  allow_external_challenge boolean not null default false,
  created_at               timestamptz not null default now(),
  created_by               text not null,
  updated_at               timestamptz not null default now(),
  updated_by               text not null,
  primary key (tenant_id, id),
  unique (tenant_id, relying_party_id, name),
  foreign key (tenant_id, relying_party_id) references relying_parties (tenant_id, id) on delete cascade
);

-- One random handle for a user at a relying party (WebAuthn L3 section 5.4.3); never personal data.
create table user_handles (
  tenant_id        text not null,
  relying_party_id text not null,
  user_id          text not null,
  handle           bytea not null check (octet_length(handle) between 1 and 64),
  primary key (tenant_id, relying_party_id, user_id),
  unique (tenant_id, relying_party_id, handle),
  foreign key (tenant_id, relying_party_id) references relying_parties (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);

create table credentials (
  tenant_id          text not null,
  id                 text not null,
  store_id           text not null,
  relying_party_id   text not null,
  user_id            text not null,
  credential_id      bytea not null check (octet_length(credential_id) between 1 and 1023),
  public_key         bytea not null,
  algorithm          integer not null,
  sign_count         bigint not null,
  user_verified      boolean not null,
  backup_eligible    boolean not null,
  backed_up          boolean not null,
  transports         text[] not null default '{}',
  attachment         text,
  resident_key       boolean,
  aaguid             uuid not null,
  aaguid_verified    boolean not null,
  attestation_format text not null,
  attestation_type   text not null,
  attestation_object bytea not null,
  client_data_json   bytea not null,
  rp_id              text not null,
  origin             text not null,
  name               text not null,
  status             text not null default 'ACTIVE' check (status in ('ACTIVE', 'BLOCKED')),
  created_at         timestamptz not null default now(),
  created_by         text not null,
  updated_at         timestamptz not null default now(),
  last_used_at       timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, relying_party_id, credential_id),
  foreign key (tenant_id, relying_party_id) references relying_parties (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index credentials_by_user on credentials (tenant_id, user_id, created_at);

-- One ceremony. Everything that its completion decides by is frozen here at the start.
create table registration_sessions (
  tenant_id         text not null,
  id                text not null,
  store_id          text not null,
  relying_party_id  text not null,
  policy_id         text not null,
  user_id           text not null,
  challenge         bytea not null,
  expectations      jsonb not null,
  user_name         text not null,
  user_display_name text not null,
  actor             text not null,
  instance_id       text,
  status            text not null default 'PENDING' check (status in ('PENDING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  failure           text,
  created_at        timestamptz not null default clock_timestamp(),
  expires_at        timestamptz not null,
  ended_at          timestamptz,
  answer_hash       bytea,
  credential_row    text,
  primary key (tenant_id, id),
  foreign key (tenant_id, store_id) references stores (tenant_id, id),
  foreign key (tenant_id, relying_party_id) references relying_parties (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index registration_sessions_by_expiry on registration_sessions (expires_at);
create index registration_sessions_by_user on registration_sessions (tenant_id, user_id);
