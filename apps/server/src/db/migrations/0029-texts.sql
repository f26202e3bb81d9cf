-- Texts of the pages that a tenant has put in place of the platform's own.

create table texts (
  tenant_id  text not null references tenants (id),
  language   text not null,
  key        text not null,
  text       text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (tenant_id, language, key)
);
