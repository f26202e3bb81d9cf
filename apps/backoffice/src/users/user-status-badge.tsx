import { StatusBadge } from '../kit/status-badge.tsx';

const shown: Readonly<Record<string, readonly [label: string, tone: 'good' | 'bad' | 'warn' | 'quiet']>> = {
  ACTIVE: ['Active', 'good'],
  PENDING_ACTIVE: ['Pending', 'warn'],
  TEMP_LOCKED: ['Locked for a while', 'warn'],
  LOCKED: ['Locked', 'bad'],
  DISABLED: ['Disabled', 'quiet'],
};

/** A user's status in people's words. */
export const statusLabel = (status: string): string => shown[status]?.[0] ?? status;

/** A user's status. */
export const UserStatusBadge = ({ status }: { readonly status: string }) => (
  <StatusBadge tone={shown[status]?.[1] ?? 'quiet'}>{statusLabel(status)}</StatusBadge>
);
