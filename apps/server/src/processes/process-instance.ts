import type { State } from '@latchkey/engine';
import { defineProblems } from '@latchkey/kernel';
import type { Insight } from './insight.ts';
import type { SessionData } from './session-data/session-data.ts';

/** The statuses of the API. */
export type InstanceStatus =
  | 'PENDING'
  | 'ACTIVE'
  | 'REVIEW'
  | 'COMPLETED_ENDED_SUCCESS'
  | 'COMPLETED_ENDED_ERROR'
  | 'COMPLETED_TERMINATED'
  | 'COMPLETED_PROCESS_ERROR';

/** One run of a definition, as stored. Moments are milliseconds. */
export type Instance = {
  readonly tenant: string;
  readonly id: string;
  readonly definitionId: string;
  readonly tokenKey: string | null;
  readonly status: InstanceStatus;
  readonly decision: string | null;
  /** The engine's state; `null` until a browser has claimed an instance that the API made. */
  readonly state: State | null;
  readonly data: SessionData;
  readonly startedAt: number | null;
  readonly deadlineAt: number | null;
  readonly endedAt: number | null;
  /** SHA-256 of instance id and visitor secret; of the key in the start link. */
  readonly visitorHash: Uint8Array | null;
  readonly startKeyHash: Uint8Array | null;
} & Insight;

export const instanceProblems = defineProblems({
  'process-instance.not-found': { title: 'There is no such process instance.', status: 404 },
  'process-instance.ended': { title: 'The process instance has ended.', status: 409 },
  'process-instance.running': {
    title: 'The process instance has not ended; cancel it first.',
    status: 409,
  },
  'process-instance.filter-invalid': { title: 'The filter is not as described.', status: 400 },
  'process-instance.not-in-review': {
    title: 'The process instance does not wait for a review.',
    status: 409,
  },
  'process-instance.no-incident': { title: 'The process instance has no incident to retry.', status: 409 },
});

/** Whether anything may still happen to it without an operator. */
export const isOpen = ({ status }: Pick<Instance, 'status'>): boolean =>
  status === 'PENDING' || status === 'ACTIVE';
