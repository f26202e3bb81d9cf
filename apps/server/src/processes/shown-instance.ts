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
export const shownInstance = (row: ShownInstance, now: number): ProcessInstance =>
  withoutNulls({
    ...row,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    elapsedMilliseconds: Math.max(0, (row.endedAt?.getTime() ?? now) - row.createdAt.getTime()),
    statusMapped: statusWords[row.status],
    review: row.status === 'REVIEW' ? { status: 'PENDING' } : null,
  }) as ProcessInstance;
