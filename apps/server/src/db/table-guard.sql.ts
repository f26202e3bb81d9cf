/** A table or view of ours, and what guards it. */
export type GuardedTable = {
  readonly name: string;
  readonly isView: boolean;
  readonly isForced: boolean;
  readonly policies: readonly string[];
  readonly hasTenant: boolean;
  readonly hasStore: boolean;
  /** Whether the current role is the table's owner, or can become it. */
  readonly isOwned: boolean;
  /** Whether a view reads with the rights of who asks. */
  readonly isInvoker: boolean;
};

/** Every table and view of the schema, without those of extensions. */
export const selectGuardedTables = `
  select c.relname as name, c.relkind in ('v', 'm') as "isView", c.relrowsecurity and c.relforcerowsecurity as "isForced",
    array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
      as "hasTenant",
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'store_id' and not a.attisdropped)
      as "hasStore",
    pg_has_role(current_user, c.relowner, 'MEMBER') as "isOwned",
    coalesce('security_invoker=true' = any (c.reloptions), false) as "isInvoker"
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'f', 'v', 'm')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;

/** What a role may do in each table and view of the schema, in the order of the alphabet. */
export const selectRights = `
  select c.relname as name, array(
      select a.privilege_type::text from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
      where r.rolname = $1 order by 1) as rights
  from pg_class c where c.relnamespace = current_schema()::regnamespace`;

/** Whether a role may work on every table of the job queue; null where there is none yet. */
export const selectQueueRight = `
  select bool_and(has_table_privilege($1, c.oid, 'insert')) as "isOpen"
  from pg_class c where c.relnamespace = to_regnamespace('pgboss') and c.relkind in ('r', 'p')`;

/** The current role, and whether it or one that it can become passes by every policy. */
export const selectRole = `
  select current_user::text as name,
    exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'MEMBER'))
      as "mayBypass",
    current_setting('server_version_num')::integer as version`;

export type CurrentRole = { readonly name: string; readonly mayBypass: boolean; readonly version: number };

/** A function that runs as its owner, whoever calls it. */
export type OwnersFunction = {
  readonly name: string;
  /** With its arguments, as `grant` names it. */
  readonly signature: string;
  readonly isPublic: boolean;
  /** Whether the role `$1` may call it. */
  readonly isCallable: boolean;
};

/** Every function of the schema that runs as its owner, without those of extensions. */
export const selectOwnersFunctions = `
  select p.proname as name, p.oid::regprocedure::text as signature,
    exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as "isPublic",
    has_function_privilege($1, p.oid, 'execute') as "isCallable"
  from pg_proc p
  where p.pronamespace = current_schema()::regnamespace and p.prosecdef
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by 2`;
