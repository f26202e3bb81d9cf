import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/sql.ts';
import { lockInstance } from './process-instances.sql.ts';

/** Locks an instance of the actor's tenant; another tenant's is as if it were not there. */
export const lockOwn =
  ({ tenant }: Actor, id: string) =>
  async (sql: Transaction) => {
    const instance = await lockInstance(sql, id);
    return instance?.tenant === tenant ? instance : undefined;
  };
