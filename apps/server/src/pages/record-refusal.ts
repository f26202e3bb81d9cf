import type { PageRefusal } from '@latchkey/journey';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { insertRefusal } from './refusals.sql.ts';

/** What a page tried in a journey and did not get. */
export type Refused = { readonly reason: PageRefusal; readonly task: string; readonly about?: string };

/** Writes into the audit what a page was refused (`page.refused`); no journey fills the audit with it. */
export const recordRefusal = (sql: Sql, actor: Actor, { reason, task, about = '' }: Refused): Promise<void> =>
  insertRefusal(sql, actor, {
    action: 'page.refused',
    outcome: 'FAILURE',
    code: `page.${reason}`,
    target: { kind: 'page' },
    facts: { task, ...(about !== '' && { about }) },
  });
export type RecordRefusal = typeof recordRefusal;
