import { limits } from './limits.ts';

/**
 * The account of one evaluation. Evaluation is synchronous, so one account serves all. It stays overdrawn once it is:
 * CEL's exists() and || swallow errors, but every further loop then throws at its door.
 */
const account = { left: 0 };

/** Opens the account for one evaluation. */
export function openAccount(): void {
  account.left = limits.work;
}

/** Whether the evaluation since `openAccount` asked for more than it may have. */
export const isOverdrawn = (): boolean => account.left < 0;

/** Pays for a loop: one for each element. Returns the list. */
export function payLoop(list: unknown): unknown {
  charge(1 + (list !== null && typeof list === 'object' ? Object.keys(list).length : 0));
  return list;
}

/** Pays for a value by its whole size: one for each member and each 1,024 characters. Returns the value. */
export function paySize(value: unknown): unknown {
  charge(typeof value === 'string' ? 1 + (value.length >> 10) : 1);
  if (value === null || typeof value !== 'object') return value;
  for (const member of Object.values(value)) paySize(member);
  return value;
}

function charge(cost: number): void {
  account.left -= cost;
  if (account.left < 0) throw new RangeError('work');
}
