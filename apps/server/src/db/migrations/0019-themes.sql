-- Themes are immutable numbered versions of a look, with a few files. A tenant and its definitions choose one by name.

-- The number of a version is never given twice, also after the version is deleted.
create table theme_names (
  tenant_id    text not null references tenants (id),
  name         text not null,
  last_version integer not null,
  primary key (tenant_id, name)
);

create table themes (
  tenant_id   text not null,
  id          text not null,
  name        text not null,
  version     integer not null,
  description text not null default '',
  status      text not null default 'EDITABLE' check (status in ('EDITABLE', 'DEPLOYED_ACTIVE')),
  design      jsonb not null,
  created_at  timestamptz not null default now(),
  created_by  text not null,
  updated_at  timestamptz not null default now(),
  updated_by  text not null,
  primary key (tenant_id, id),
  unique (tenant_id, name, version),
  foreign key (tenant_id, name) references theme_names (tenant_id, name)
);
-- Pages load the files of a version by its id alone.
create index themes_by_id on themes (id);

create table theme_assets (
  tenant_id  text not null,
  theme_id   text not null,
  kind       text not null check (kind in ('logo', 'logo-dark', 'font')),
  media_type text not null,
  -- Pixels, of pictures.
  width      integer,
  height     integer,
  content    bytea not null,
  primary key (tenant_id, theme_id, kind),
  foreign key (tenant_id, theme_id) references themes (tenant_id, id) on delete cascade
);
-- Pictures and fonts come compressed.
alter table theme_assets alter column content set storage external;

create table theme_choices (
  tenant_id       text not null,
  -- Empty: the choice of the tenant, for definitions that have made none.
  definition_name text not null,
  theme_name      text not null,
  updated_at      timestamptz not null default now(),
  updated_by      text not null,
  primary key (tenant_id, definition_name),
  foreign key (tenant_id, theme_name) references theme_names (tenant_id, name)
);
