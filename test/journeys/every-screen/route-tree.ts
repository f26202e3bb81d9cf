import { join } from 'node:path';

type AnyRoute = {
  readonly children?: unknown;
  readonly options?: {
    readonly path?: string;
    readonly staticData?: { readonly needs?: { readonly permission: string } };
  };
};

// Its types need the settings of the browser's own sources, which tests do not have.
const sources = join(import.meta.dirname, '../../../apps/backoffice/src');
const { routeTree } = (await import(join(sources, 'route-tree.ts'))) as { readonly routeTree: AnyRoute };
const leaves = leavesOf(routeTree);

/** The paths of all screens of the Backoffice. */
export const paths: readonly string[] = leaves.map(({ options }) =>
  (options?.path ?? '').replace(/^\$$/, '/$'),
);

/** The permission without which a screen shows nothing. */
export const needsOf = (path: string): string | undefined =>
  leaves.find(({ options }) => options?.path === path)?.options?.staticData?.needs?.permission;

/** Every route with a path, the children of those without included. */
function leavesOf(route: AnyRoute): readonly AnyRoute[] {
  const children = Object.values((route.children ?? []) as Readonly<Record<string, AnyRoute>>);
  return children.length > 0 ? children.flatMap(leavesOf) : [route];
}
