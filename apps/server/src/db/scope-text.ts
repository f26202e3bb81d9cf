import type { Scope } from './tenant-scope.ts';
import type { Way } from './ways.ts';

const tenantId = /^[a-z0-9-]{1,63}$/;
const storeId = /^[A-Za-z0-9-]{1,64}$/;

/**
 * The begin of a transaction with its scope and its way, in one message; `undefined` where there is neither. Local to
 * the transaction, so that a pooled connection takes nothing along. Throws on a tenant that cannot be one.
 */
export function openingOf(scope: Scope | undefined, way: Way | undefined): string | undefined {
  if (scope === undefined && way === undefined) return undefined;
  return ['begin', ...(scope === undefined ? [] : scopeTexts(scope)), ...(way ? [wayText(way)] : [])].join(
    ';',
  );
}

/** Sets the way of what follows in a transaction, or ends it. */
export const wayText = (way: Way | undefined): string => `set local latchkey.way = '${way ?? ''}'`;

/** The settings that a scope and a way are made of. */
export const settingNames = Object.freeze(['latchkey.tenant', 'latchkey.store', 'latchkey.way'] as const);

/** What each of `settingNames` is; empty is as good as not set. Throws on a tenant that cannot be one. */
export function settingsOf(scope: Scope | undefined, way: Way | undefined): readonly string[] {
  if (scope !== undefined) requireNames(scope);
  return [scope?.tenant ?? '', scope?.store ?? '', way ?? ''];
}

function scopeTexts(scope: Scope): readonly string[] {
  requireNames(scope);
  const { tenant, store } = scope;
  const inTenant = `set local latchkey.tenant = '${tenant}'`;
  return store === undefined ? [inTenant] : [inTenant, `set local latchkey.store = '${store}'`];
}

function requireNames({ tenant, store }: Scope): void {
  if (!tenantId.test(tenant) || (store !== undefined && !storeId.test(store)))
    throw new TypeError('This cannot be the id of a tenant or a store.');
}
