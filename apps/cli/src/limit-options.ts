import type { TenantLimits } from '@latchkey/server/administration';
import { type Given, UsageError } from './define-command.ts';

const limits = {
  'max-users': 'users',
  'max-stores': 'stores',
  'max-definitions': 'definitions',
  'max-running-instances': 'runningInstances',
  'max-storage-bytes': 'storageBytes',
  'max-requests-per-minute': 'requestsPerMinute',
  'max-client-requests-per-minute': 'clientRequestsPerMinute',
  'max-operator-requests-per-minute': 'operatorRequestsPerMinute',
  'max-visitor-requests-per-minute': 'visitorRequestsPerMinute',
  'max-registrations-per-user-and-hour': 'registrationsPerUserAndHour',
} as const satisfies Readonly<Record<string, keyof TenantLimits>>;

/** The options that set limits. */
export const limitOptions: Readonly<Record<string, { readonly type: 'string' }>> = Object.freeze(
  Object.fromEntries(Object.keys(limits).map((name) => [name, { type: 'string' as const }])),
);

/** How usage shows them. */
export const limitUsage = Object.keys(limits)
  .map((name) => `[--${name} N|none]`)
  .join(' ');

/** The limits that were given; null for `none`. */
export function readLimits({ values }: Given): TenantLimits {
  const given = Object.entries(limits).flatMap(([option, name]) => {
    const text = values[option];
    return text === undefined ? [] : [[name, readLimit(option, text)] as const];
  });
  return Object.fromEntries(given);
}

function readLimit(option: string, text: string): number | null {
  if (text === 'none') return null;
  const most = /storage|-users$|instances/.test(option) ? Number.MAX_SAFE_INTEGER : 2_147_483_647;
  if (/^\d{1,16}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`--${option} must be a whole number up to ${most}, or none.`);
}
