-- Custom Pages are immutable numbered versions: a set of files, or the address of a page that stands elsewhere.

create table pages (
  tenant_id    text not null references tenants (id),
  id           text not null,
  name         text not null,
  version      integer not null,
  description  text not null default '',
  status       text not null default 'EDITABLE' check (status in ('EDITABLE', 'DEPLOYED_ACTIVE')),
  kind         text not null check (kind in ('FILES', 'EXTERNAL')),
  base_app_url text,
  file_count   integer not null,
  size         integer not null,
  content_hash text not null,
  created_at   timestamptz not null default now(),
  created_by   text not null,
  updated_at   timestamptz not null default now(),
  updated_by   text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name, version),
  check ((kind = 'EXTERNAL') = (base_app_url is not null))
);

create table page_files (
  tenant_id text not null,
  page_id   text not null,
  path      text not null,
  size      integer not null,
  -- SHA-256, hexadecimal.
  hash      text not null,
  content   bytea not null,
  primary key (tenant_id, page_id, path),
  foreign key (tenant_id, page_id) references pages (tenant_id, id) on delete cascade
);
-- The content host knows a version by its id alone, which nobody guesses.
create index page_files_by_page on page_files (page_id, path);
-- Most files come compressed.
alter table page_files alter column content set storage external;

-- The number of a version is never given twice, also after the version is deleted: instances name versions.
create table page_names (
  tenant_id    text not null references tenants (id),
  name         text not null,
  last_version integer not null,
  primary key (tenant_id, name)
);
