import type { ProcessInstance } from '@latchkey/contract';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { instanceWords } from './instance-words.ts';

const tones = {
  PENDING: 'quiet',
  ACTIVE: 'busy',
  REVIEW: 'warn',
  COMPLETED_ENDED_SUCCESS: 'good',
  COMPLETED_ENDED_ERROR: 'bad',
  COMPLETED_TERMINATED: 'quiet',
  COMPLETED_PROCESS_ERROR: 'bad',
} as const;

/** Where an instance stands. */
export const InstanceStatusBadge = ({ status }: { readonly status: ProcessInstance['status'] }) => (
  <StatusBadge tone={tones[status]}>{instanceWords.statuses[status]}</StatusBadge>
);

/** Whether anything may still change by itself. */
export const isLive = (status: ProcessInstance['status']): boolean =>
  status === 'PENDING' || status === 'ACTIVE';
