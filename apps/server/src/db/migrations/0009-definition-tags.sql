-- Names that move from version to version; process tokens follow them.

create table process_definition_tags (
  tenant_id     text not null references tenants (id),
  name          text not null,
  colour        text not null default 'grey',
  definition_id text not null,
  created_at    timestamptz not null default now(),
  created_by    text not null,
  updated_at    timestamptz not null default now(),
  updated_by    text not null,
  primary key (tenant_id, name),
  foreign key (tenant_id, definition_id) references process_definitions (tenant_id, id)
);
create index process_definition_tags_by_definition on process_definition_tags (tenant_id, definition_id);

alter table process_tokens
  alter column definition_name drop not null,
  -- No foreign key: an inactive token does not hold its tag.
  add column definition_tag text,
  add constraint process_tokens_target check (num_nonnulls(definition_name, definition_tag) = 1),
  add constraint process_tokens_pinned check (definition_version is null or definition_tag is null);
create index process_tokens_by_tag on process_tokens (tenant_id, definition_tag) where definition_tag is not null;
