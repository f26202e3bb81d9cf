import type { Webhook } from '@latchkey/contract';
import { StatusBadge } from '../kit/status-badge.tsx';
import { deliveryWords } from './words.ts';

/** Whether a webhook is told anything. */
export const WebhookStatusBadge = ({ status }: Pick<Webhook, 'status'>) => (
  <StatusBadge tone={status === 'ENABLED' ? 'good' : 'quiet'}>{deliveryWords.statuses[status]}</StatusBadge>
);
