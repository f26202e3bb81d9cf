-- What a fresh database cannot know yet: that one tenant, store or relying party has many rows. Without it PostgreSQL
-- takes the columns that every key starts with for selective, and looks one user or one session up by an index that
-- starts alike, through all of them, until autovacuum has counted. Its own count replaces this.
do $$
declare
  c record;
begin
  if current_setting('server_version_num')::integer < 180000 then
    return;
  end if;
  for c in
    select k.table_name, k.column_name
      from information_schema.columns k
      join pg_class t on t.oid = format('%I.%I', k.table_schema, k.table_name)::regclass and t.relkind = 'r'
     where k.table_schema = current_schema
       and k.column_name in ('tenant_id', 'store_id', 'relying_party_id')
       and not exists (select from pg_stats s
                        where s.schemaname = k.table_schema and s.tablename = k.table_name and s.attname = k.column_name)
  loop
    perform pg_restore_attribute_stats(
      'schemaname', current_schema::text, 'relname', c.table_name::text, 'attname', c.column_name::text,
      'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real);
  end loop;
end
$$;
