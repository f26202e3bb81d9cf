import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Runs work, and all that it starts, on the rows of one tenant: statements see and write no others. */
export const inTenant = <Result>(tenant: string, work: () => Result): Result => scope.run(tenant, work);

/** The tenant of the work that is running; `undefined` outside of any, where no tenant's row is to be seen. */
export const currentTenant = (): string | undefined => scope.getStore();
