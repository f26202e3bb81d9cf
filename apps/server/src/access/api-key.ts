import { operationsOf, permissionIn, routes, storeOperationsOf } from '@latchkey/contract';
import { defineProblems, type FieldError } from '@latchkey/kernel';
import { readMoment } from '../db/read-moment.ts';
import type { Actor } from './actor.ts';

/** What can go wrong with API keys. */
export const apiKeyProblems = defineProblems({
  'api-key.not-found': { title: 'There is no such API key.', status: 404 },
  'api-key.invalid': { title: 'The API key is not as described.', status: 400 },
  'api-key.permission-not-held': {
    title: 'Nobody can give a permission that they do not hold.',
    status: 403,
  },
});

const operations: ReadonlySet<string> = new Set(operationsOf(routes));
const storeOperations: ReadonlySet<string> = new Set(storeOperationsOf(routes));

/** Every permission that there is in a tenant, in full form. */
export const allPermissions = (tenant: string): readonly string[] =>
  [...operations].map((operation) => permissionIn(tenant, operation));

/**
 * The permissions in full form, each once. Throws `api-key.invalid` for an operation that does not exist or another
 * tenant's, `api-key.permission-not-held` for one that the actor lacks (the system lacks none).
 */
export function grantable(actor: Actor, asked: readonly string[]): readonly string[] {
  const prefix = permissionIn(actor.tenant, '');
  const full = asked.map((permission) => (permission.startsWith('TNT#') ? permission : prefix + permission));
  const errors: FieldError[] = full.flatMap((permission, index) =>
    permission.startsWith(prefix) && isOperation(permission.slice(prefix.length))
      ? []
      : [{ pointer: `/permissions/${index}`, detail: 'is not a permission of this tenant' }],
  );
  if (errors.length > 0) throw apiKeyProblems.create('api-key.invalid', { errors });
  const lacking = actor.kind === 'system' ? [] : full.filter((permission) => !holds(actor, permission));
  if (lacking.length > 0)
    throw apiKeyProblems.create('api-key.permission-not-held', { detail: lacking.join(', ') });
  return [...new Set(full)];
}

const inStore = /^STO#[A-Z2-7]{26}#(.+)$/;

function isOperation(text: string): boolean {
  const ofStore = inStore.exec(text)?.[1];
  return ofStore === undefined ? operations.has(text) : storeOperations.has(ofStore);
}

/** Whether an actor has a permission; whoever holds an operation everywhere holds it in each store. */
export function holds({ tenant, permissions }: Actor, permission: string): boolean {
  const prefix = permissionIn(tenant, '');
  const operation = inStore.exec(permission.slice(prefix.length))?.[1];
  return permissions.has(permission) || (operation !== undefined && permissions.has(prefix + operation));
}

/** When a key ends, in UTC. Throws `api-key.invalid` unless it is a moment to come. */
export function endOf(text: string, now: number): string {
  const moment = readMoment(text);
  if (moment !== undefined && Date.parse(moment) > now) return moment;
  throw invalidEnd('must be a moment to come, such as 2030-05-04T10:00:00Z');
}

/** Throws `api-key.invalid` when the type and the end contradict each other. */
export function checkType(type: 'PERMANENT' | 'SESSION' | undefined, end: string | undefined): void {
  if (type === 'SESSION' && end === undefined) throw invalidEnd('is needed for a SESSION key');
  if (type === 'PERMANENT' && end !== undefined) throw invalidEnd('must be absent for a PERMANENT key');
}

const invalidEnd = (detail: string) =>
  apiKeyProblems.create('api-key.invalid', { errors: [{ pointer: '/expiringDtm', detail }] });
