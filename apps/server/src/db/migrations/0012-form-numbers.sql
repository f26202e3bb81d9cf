-- The number of a form's version is never given twice, also after the version is deleted: instances name versions.
create table form_names (
  tenant_id    text not null references tenants (id),
  name         text not null,
  last_version integer not null,
  primary key (tenant_id, name)
);

insert into form_names (tenant_id, name, last_version)
select tenant_id, name, max(version) from forms group by tenant_id, name;
