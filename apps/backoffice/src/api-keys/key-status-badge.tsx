import type { ApiKey } from '@latchkey/contract';
import { StatusBadge } from '../kit/status-badge.tsx';
import { keyWords } from './words.ts';

const tones = { ACTIVE: 'good', BLOCKED: 'bad', ARCHIVED: 'quiet' } as const;

/** Whether a key works. */
export const KeyStatusBadge = ({ status }: { readonly status: ApiKey['status'] }) => (
  <StatusBadge tone={tones[status]}>{keyWords.statuses[status]}</StatusBadge>
);
