-- What policies demand of authenticators, whom attestations are anchored at, and what is remembered of each passkey.

-- Demands that most policies do not make, by their names in the API; absent demands nothing.
alter table registration_policies add column demands jsonb not null default '{}';

alter table relying_parties
  -- Origins of other domains that may use the passkeys (WebAuthn L3 section 5.11).
  add column related_origins text[] not null default '{}',
  -- Where people make and manage passkeys (/.well-known/passkey-endpoints).
  add column enroll_url text,
  add column manage_url text;
create index relying_parties_by_rp_id on relying_parties (rp_id, created_at);

alter table credentials
  add column policy_id text,
  -- SHA-256 of the certificates of the attestation, its own first, the anchor last.
  add column trust_path text[] not null default '{}',
  -- What is held against the model, as of the last assessment.
  add column findings text[] not null default '{}',
  add column model text,
  add column certification_level text,
  -- What the authenticator told of itself: the shortest PIN, PRF, large blobs.
  add column capabilities jsonb not null default '{}',
  -- The browser and device of a journey, else who completed it.
  add column client text not null default '',
  add column top_origin text,
  add column assessed_at timestamptz;
create index credentials_by_model on credentials (tenant_id, aaguid);
create index credentials_with_findings on credentials (tenant_id) where findings <> '{}';

-- Roots that a tenant trusts beside those of the metadata.
create table trust_anchors (
  tenant_id   text not null references tenants (id),
  id          text not null,
  name        text not null,
  der         bytea not null,
  -- SHA-256 of the DER, hexadecimal.
  fingerprint text not null,
  -- The model that it vouches for alone; absent: any.
  aaguid      uuid,
  created_at  timestamptz not null default clock_timestamp(),
  created_by  text not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, fingerprint, aaguid)
);

-- What is read from files and addresses outside: the metadata of FIDO, and lists of revoked certificates.
create table trust_sources (
  source      text primary key,
  kind        text not null check (kind in ('metadata', 'revocations')),
  body        text,
  -- The number of a metadata BLOB, which never falls.
  number      bigint,
  next_update timestamptz,
  read_at     timestamptz,
  tried_at    timestamptz not null default clock_timestamp(),
  fault       text
);

-- Passkeys to assess anew: those of a tenant, or of one of its policies, or all. Of the platform, since what is trusted
-- changes for all at once.
create table reassessments (
  id         bigint generated always as identity primary key,
  tenant     text,
  policy_id  text,
  cause      text not null,
  created_at timestamptz not null default clock_timestamp()
);
