import { platformTables, type Way, ways } from './ways.ts';

/** A row-level policy as it should stand on a table. */
export type Policy = { readonly name: string; readonly text: string };

/** Once in a statement, not once a row. After a commit a local setting is the empty text, not null. */
const setting = (name: string): string => `(select nullif(current_setting('latchkey.${name}', true), ''))`;

/** The policies of a table; none for those of the platform. Migrations, and they alone, run as the owner. */
export function policiesOf(table: string, hasStore: boolean): readonly Policy[] {
  if (platformTables.includes(table)) return [];
  const own =
    table === 'tenants'
      ? `for select using (id = ${setting('tenant')})`
      : `using (tenant_id = ${setting('tenant')})`;
  return [
    { name: 'tenant', text: own },
    ...(hasStore || table === 'stores' ? [{ name: 'store', text: inStore(table) }] : []),
    { name: 'migration', text: `to current_user using (${setting('way')} = 'migration')` },
    ...(Object.keys(ways) as Way[])
      .filter((way) => (ways[way].tables as readonly string[]).includes(table))
      .map((way) => ({ name: way, text: `for ${ways[way].command} using (${setting('way')} = '${way}')` })),
  ];
}

const everything = ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] as const;
const fewer: Readonly<Record<string, readonly string[]>> = {
  migrations: ['SELECT'],
  // What happened is only ever added to; the functions that forget and erase run as the owner.
  audit: ['INSERT', 'SELECT'],
  audit_links: ['INSERT', 'SELECT'],
};

/** Beside the tenant: where the work may see one identity store alone, the rows of that one. */
function inStore(table: string): string {
  const column = table === 'stores' ? 'id' : 'store_id';
  return `as restrictive using (${setting('store')} is null or ${column} = ${setting('store')})`;
}

/** What the program may do in a table, in the order of the alphabet; its role has no right beyond. */
export const rightsOn = (table: string): readonly string[] => fewer[table] ?? everything;

/** Functions that run as the owner and that the program may call; each holds the tenant by itself. Nobody else may. */
export const programFunctions: readonly string[] = Object.freeze([
  'erase_audit_of_operator',
  'erase_audit_of_tenant',
  'erase_expired_sandboxes',
  'erase_sandbox',
  'forget_audit',
  'open_sandbox',
]);
