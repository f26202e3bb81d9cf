import { mostRetentionDays, type ProcessRetention, usualRetentionDays } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { definitionProblems } from './process-definition.ts';
import { findRetention, storeRetention } from './retention.sql.ts';

/** Reads how long finished instances of a definition are kept. Throws `process-definition.not-found`. */
export async function getRetention(sql: Sql, actor: Actor, name: string): Promise<ProcessRetention> {
  const found = await findRetention(sql, actor.tenant, name);
  if (found === undefined) throw definitionProblems.create('process-definition.not-found');
  return { name, retentionDays: found.days ?? usualRetentionDays, isUsual: found.days === null };
}

/**
 * Sets how long finished instances of a definition are kept; `null` for the platform's own period. Throws
 * `process-definition.not-found`, `process-definition.retention-invalid` (the detail names the value).
 */
export async function setRetention(
  sql: Sql,
  actor: Actor,
  name: string,
  days: number | null,
): Promise<ProcessRetention> {
  if (days !== null && !isPeriod(days)) {
    const detail = `${days} is not a whole number of days from 1 to ${mostRetentionDays}.`;
    const errors = [{ pointer: '/retentionDays', detail }];
    throw definitionProblems.create('process-definition.retention-invalid', { detail, errors });
  }
  await getRetention(sql, actor, name);
  await storeRetention(sql, actor, name, days);
  return getRetention(sql, actor, name);
}

const isPeriod = (days: number) => Number.isInteger(days) && days >= 1 && days <= mostRetentionDays;
