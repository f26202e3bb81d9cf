import { permissionIn, permissionInStore, type Route, routes, storeOperationsOf } from '@latchkey/contract';

/** One thing that a key may do. */
export type PermissionChoice = { readonly permission: string; readonly summary: string };
export type PermissionGroup = { readonly label: string; readonly choices: readonly PermissionChoice[] };

/**
 * Every operation of the contract that the operator holds, by its subject; each permission once, with the summary of
 * its first route. Operations of the Backoffice's own sessions are no business of keys. With a store, those that can be
 * given for it alone, in that form.
 */
export function permissionGroups(
  tenant: string,
  held: ReadonlySet<string>,
  storeId = '',
): readonly PermissionGroup[] {
  const seen = new Set<string>();
  const choices = routes
    .filter(({ permission }) => permission !== 'public' && !permission.startsWith('Backoffice:'))
    .map((route) => ({ route, permission: permissionIn(tenant, route.permission) }))
    .filter(({ permission }) => held.has(permission) && !seen.has(permission) && seen.add(permission))
    .filter(({ route: { permission } }) => storeId === '' || ofStores.has(permission))
    .map(({ route, permission }) => ({
      route,
      permission: storeId === '' ? permission : permissionInStore(tenant, storeId, route.permission),
    }));
  const groups = Map.groupBy(choices, ({ route }) => route.tag);
  return [...groups].map(([label, members]) => ({
    label,
    choices: members.map(({ route, permission }) => ({ permission, summary: summaryOf(route) })),
  }));
}

const ofStores: ReadonlySet<string> = new Set(storeOperationsOf(routes));

const summaryOf = ({ summary }: Route): string => summary;

/** The groups whose operations have every word of the text. */
export function findPermissions(
  groups: readonly PermissionGroup[],
  text: string,
): readonly PermissionGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ label, choices }) => ({
      label,
      choices: choices.filter(({ permission, summary }) =>
        words.every((word) => `${permission} ${summary} ${label}`.toLowerCase().includes(word)),
      ),
    }))
    .filter(({ choices }) => choices.length > 0);
}
