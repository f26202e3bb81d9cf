import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose rows work sees: those of a tenant, and of one of its identity stores where it may see no other. */
export type Scope = { readonly tenant: string; readonly store?: string };

const scope = new AsyncLocalStorage<Scope>();

/** Runs work, and all that it starts, on the rows of one tenant: statements see and write no others. */
export const inTenant = <Result>(tenant: string, work: () => Result): Result => scope.run({ tenant }, work);

/** The same, and of one identity store alone, by its id: of every table that tells stores apart. */
export const inStore = <Result>(tenant: string, store: string, work: () => Result): Result =>
  scope.run({ tenant, store }, work);

/** The scope of the work that is running; `undefined` outside of any, where no tenant's row is to be seen. */
export const currentScope = (): Scope | undefined => scope.getStore();

/** The tenant of the work that is running. */
export const currentTenant = (): string | undefined => scope.getStore()?.tenant;
