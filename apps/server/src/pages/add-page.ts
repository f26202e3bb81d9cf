import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { insertPage, type NewVersion } from './pages.sql.ts';

/** Stores a version whose files have been checked; `sql` is a transaction, so that it is whole or not at all. */
export const addPage = (sql: Sql, actor: Actor, version: NewVersion): Promise<void> =>
  insertPage(sql, actor, version);
