-- Signing in with a passkey: one row for each ceremony. Everything that its completion decides by is frozen here. `id` is
-- the SHA-256 of what its start answered, in base64url.

create table authentication_sessions (
  tenant_id        text not null,
  id               text not null,
  store_id         text not null,
  relying_party_id text not null,
  -- Who is to sign in; without one, the passkey tells, and the row knows once it has.
  user_id          text,
  -- SHA-256 of what the browser was given last; the challenge itself is kept nowhere.
  challenge_hash   bytea not null check (octet_length(challenge_hash) = 32),
  expectations     jsonb not null,
  actor            text not null,
  instance_id      text,
  status           text not null default 'PENDING' check (status in ('PENDING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  failure          text,
  created_at       timestamptz not null default clock_timestamp(),
  expires_at       timestamptz not null,
  ended_at         timestamptz,
  answer_hash      bytea,
  credential_row   text,
  primary key (tenant_id, id),
  foreign key (tenant_id, store_id) references stores (tenant_id, id),
  foreign key (tenant_id, relying_party_id) references relying_parties (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  -- The first step of an instance starts ceremonies before its row is there.
  foreign key (tenant_id, instance_id) references process_instances (tenant_id, id) on delete cascade
    deferrable initially deferred
);
create index authentication_sessions_by_party on authentication_sessions (tenant_id, relying_party_id);
create index authentication_sessions_by_user on authentication_sessions (tenant_id, user_id);
create index authentication_sessions_by_instance on authentication_sessions (tenant_id, instance_id);
