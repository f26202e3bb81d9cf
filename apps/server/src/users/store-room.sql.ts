import type { Sql, Statement } from '../db/sql.ts';

const count: Statement = {
  name: 'users.count-up-to',
  text: `select count(*) as held from (select from users where tenant_id = $1 and store_id = $2 limit $3) as held_users`,
};

type Store = { readonly id: string; readonly maxUsers: number };
type Room = { readonly maxUsers: number; left: number };

/** Most stores whose room is remembered. */
const maxStores = 10_000;

/** Most users that a process adds to one store before it counts again. */
const longestTrust = 1000;

/**
 * Whether a store may take one more user. Counting a large store costs milliseconds, so a process trusts a count for
 * a sixteenth of the room that it saw, at most `longestTrust` users; near the limit every addition counts. One
 * process keeps the limit but for additions at the very same moment; each further process may exceed it once by
 * what it still trusts.
 */
export function storeRoom() {
  const rooms = new Map<string, Room>();
  return async (sql: Sql, tenant: string, { id, maxUsers }: Store): Promise<boolean> => {
    const key = `${tenant} ${id}`;
    const known = rooms.get(key);
    if (known && known.maxUsers === maxUsers && known.left > 0) {
      known.left -= 1;
      return true;
    }
    const counted = await sql.row<{ held: number }>(count, [tenant, id, maxUsers]);
    const left = maxUsers - (counted?.held ?? 0);
    if (rooms.size >= maxStores) rooms.clear();
    rooms.set(key, { maxUsers, left: Math.min(Math.floor(left / 16), longestTrust) });
    return left > 0;
  };
}
