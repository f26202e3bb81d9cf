import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { type InstanceStatus, instanceProblems } from './process-instance.ts';
import { findShownInstance, storeReview } from './read-instances.sql.ts';

const statuses = {
  APPROVED: 'COMPLETED_ENDED_SUCCESS',
  DECLINED: 'COMPLETED_ENDED_ERROR',
} as const satisfies Readonly<Record<string, InstanceStatus>>;

type Review = { readonly decision: keyof typeof statuses; readonly comment?: string };

/**
 * Decides what the process left to a person; once. Throws `process-instance.not-found` and
 * `process-instance.not-in-review`.
 */
export async function reviewInstance(sql: Sql, actor: Actor, id: string, { decision, comment }: Review) {
  const review = { decision, comment: comment?.trim() || null, status: statuses[decision] };
  if (await storeReview(sql, actor, id, review)) return;
  const isThere = (await findShownInstance(sql, actor.tenant, id, 0)) !== undefined;
  throw instanceProblems.create(isThere ? 'process-instance.not-in-review' : 'process-instance.not-found');
}
