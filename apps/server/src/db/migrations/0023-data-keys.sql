-- Keys under which the secrets of tenants lie, each wrapped by a key that is not in the database. A row refers to no
-- tenant: it is made before the work that needs it is known to succeed, and is the first to go when the tenant does.

create table data_keys (
  tenant_id  text primary key,
  wrapped    bytea not null,
  -- The id of the key that wraps it.
  wrapped_by text not null,
  created_at timestamptz not null default clock_timestamp()
);

-- Empty: of an earlier version, which no longer signs.
alter table signing_keys add column wrapped_by text;
