import { isId } from '@latchkey/kernel';
import { recentlyKnown } from '../access/recently-known.ts';
import type { Sql } from '../db/sql.ts';
import { tenantOfInstance, tenantOfToken } from './owners.sql.ts';

/** Finds whose a process token or an instance is; `undefined` for an id that nothing has. */
export type FindOwner = {
  readonly ofToken: (id: string) => Promise<string | undefined>;
  readonly ofInstance: (id: string) => Promise<string | undefined>;
};

/** Remembers what it found: an id never comes to another tenant. */
export function findOwner(sql: Sql): FindOwner {
  return { ofToken: remembering(sql, tenantOfToken), ofInstance: remembering(sql, tenantOfInstance) };
}

function remembering(sql: Sql, read: typeof tenantOfToken): (id: string) => Promise<string | undefined> {
  const recent = recentlyKnown<string>(10_000);
  return async (id) => {
    const known = recent.get(id);
    if (known !== undefined || !isId(id)) return known;
    const tenant = await read(sql, id);
    if (tenant !== undefined) recent.set(id, tenant);
    return tenant;
  };
}
