import type { Way } from './ways.ts';

const tenantId = /^[a-z0-9-]{1,63}$/;

/**
 * The begin of a transaction with its tenant and its way, in one message; `undefined` where there is neither. Local to
 * the transaction, so that a pooled connection takes nothing along. Throws on a tenant that cannot be one.
 */
export function openingOf(tenant: string | undefined, way: Way | undefined): string | undefined {
  if (tenant === undefined && way === undefined) return undefined;
  return [
    'begin',
    ...(tenant === undefined ? [] : [tenantText(tenant)]),
    ...(way ? [wayText(way)] : []),
  ].join(';');
}

/** Sets the way of what follows in a transaction, or ends it. */
export const wayText = (way: Way | undefined): string => `set local latchkey.way = '${way ?? ''}'`;

function tenantText(tenant: string): string {
  if (!tenantId.test(tenant)) throw new TypeError('This cannot be the id of a tenant.');
  return `set local latchkey.tenant = '${tenant}'`;
}
