-- Against rows that somebody with the database exchanges or edits, and against what a copy of it tells.

alter table credentials
  alter column attestation_object drop not null,
  alter column client_data_json drop not null,
  -- Attestation object and client data under the tenant's data key; these two columns are of rows of earlier versions.
  add column evidence bytea,
  -- HMAC of what the passkey is: its key, whose it is and where; empty in rows of earlier versions.
  add column mac bytea;
create index credentials_unsealed on credentials (tenant_id, id) where mac is null;

alter table operator_credentials add column mac bytea;
create index operator_credentials_unsealed on operator_credentials (tenant_id, id) where mac is null;

-- Changes of rows that chores have finished for a tenant.
create table upgrades (
  tenant_id text not null references tenants (id),
  name      text not null,
  done_at   timestamptz not null default clock_timestamp(),
  primary key (tenant_id, name)
);
