import type { Sql, Statement } from '../db/sql.ts';

const count: Statement = {
  name: 'users.count-up-to',
  text: `select count(*) as held from (select from users where tenant_id = $1 and store_id = $2 limit $3) as held_users`,
};

type Store = { readonly id: string; readonly maxUsers: number };
type Room = { readonly maxUsers: number; left: number };

/** Most stores whose room is remembered. */
const maxStores = 10_000;

/**
 * Whether a store may take one more user. Counting a large store costs milliseconds, so each server process takes a
 * sixteenth of the room that it saw before it counts again: up to sixteen processes keep the limit exactly while
 * they are far from it, and near it every addition counts (additions at the very same moment may exceed it by
 * their number).
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
    rooms.set(key, { maxUsers, left: Math.floor(left / 16) });
    return left > 0;
  };
}
