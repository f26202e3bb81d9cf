-- Which sites may show the journeys of a tenant in a frame.

create table embedding (
  tenant_id  text not null references tenants (id),
  origins    text[] not null,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (tenant_id)
);
