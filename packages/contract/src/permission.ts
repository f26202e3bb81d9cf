import type { Route } from './route.ts';

/** The full permission that a route asks for in a tenant: `TNT#demo#IdentityStore:listUsers`. */
export const permissionFor = (tenant: string, route: Pick<Route, 'permission'>): string =>
  permissionIn(tenant, route.permission);

/** The full permissions of which a route asks for one. */
export const permissionsFor = (
  tenant: string,
  { permission, orPermission }: Pick<Route, 'permission' | 'orPermission'>,
): readonly string[] =>
  [permission, orPermission].flatMap((one) => (one === undefined ? [] : [permissionIn(tenant, one)]));

/** The full form of an operation: `IdentityStore:listUsers` becomes `TNT#demo#IdentityStore:listUsers`. */
export const permissionIn = (tenant: string, operation: string): string => `TNT#${tenant}#${operation}`;

/** The full form of an operation in one identity store, by its id: `TNT#demo#STO#{storeId}#IdentityStore:listUsers`. */
export const permissionInStore = (tenant: string, storeId: string, operation: string): string =>
  `TNT#${tenant}#STO#${storeId}#${operation}`;

/** Whether a route's permission can be given for one identity store: the store is in its path. */
export const isOfStore = ({ path }: Pick<Route, 'path'>): boolean => path.includes('{storeName}');

/** Every operation that can be given for one identity store alone. */
export const storeOperationsOf = (routes: readonly Route[]): readonly string[] => {
  const elsewhere = new Set(routes.filter((route) => !isOfStore(route)).map(({ permission }) => permission));
  return operationsOf(routes.filter(isOfStore)).filter((operation) => !elsewhere.has(operation));
};

/** Every operation that the routes name, each once, in their order. */
export const operationsOf = (routes: readonly Route[]): readonly string[] => [
  ...new Set(routes.map((route) => route.permission).filter((permission) => permission !== 'public')),
];
