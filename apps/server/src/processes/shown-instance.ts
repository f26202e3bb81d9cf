import type { ProcessInstance } from '@latchkey/contract';
import { withoutNulls } from '../db/without-nulls.ts';
import type { InstanceStatus } from './process-instance.ts';

/** A stored instance with what its definition says of it. */
export type ShownInstance = {
  readonly id: string;
  readonly tenantId: string;
  readonly processDefnId: string;
  readonly processDefnName: string;
  readonly processDefnVersion: number;
  readonly processTokenId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly status: InstanceStatus;
  readonly decision: string | null;
  readonly error: string | null;
  readonly processTokenName: string | null;
  readonly browser: string | null;
  readonly device: string | null;
  readonly reviewDecision: string | null;
  readonly reviewComment: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly retentionDays: number;
  readonly retentionExpiresAt: Date | null;
};

/** The statuses in the words of people. */
export const statusWords: Readonly<Record<InstanceStatus, string>> = Object.freeze({
  PENDING: 'Pending',
  ACTIVE: 'In Progress',
  REVIEW: 'Review',
  COMPLETED_ENDED_SUCCESS: 'Accepted',
  COMPLETED_ENDED_ERROR: 'Declined',
  COMPLETED_TERMINATED: 'Abandoned',
  COMPLETED_PROCESS_ERROR: 'Error',
});

/** An instance as the API shows it, at `now` (milliseconds). */
export function shownInstance(stored: ShownInstance, now: number): ProcessInstance {
  const { reviewDecision, reviewComment, reviewedBy, reviewedAt, ...row } = stored;
  return withoutNulls({
    ...row,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    elapsedMilliseconds: Math.max(0, (row.endedAt?.getTime() ?? now) - row.createdAt.getTime()),
    statusMapped: statusWords[row.status],
    retentionExpiresAt: row.retentionExpiresAt?.toISOString() ?? null,
    review: reviewOf(stored),
  }) as ProcessInstance;
}

function reviewOf({ status, reviewDecision, reviewComment, reviewedBy, reviewedAt }: ShownInstance) {
  if (reviewDecision === null) return status === 'REVIEW' ? { status: 'PENDING' } : null;
  return withoutNulls({
    status: reviewDecision,
    comment: reviewComment,
    reviewedBy,
    reviewedAt: reviewedAt?.toISOString() ?? null,
  });
}
