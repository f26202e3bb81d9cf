import { isOfStore, type Route } from '@latchkey/contract';
import type { Actor } from './actor.ts';

/** The ids of the identity stores in which alone an actor may call a route; empty for a route that is of no store. */
export function storesOf({ tenant, permissions }: Actor, route: Route): ReadonlySet<string> {
  if (!isOfStore(route)) return new Set();
  const prefix = `TNT#${tenant}#STO#`;
  const endings = [route.permission, route.orPermission].map((operation) => `#${operation}`);
  return new Set(
    [...permissions]
      .filter((one) => one.startsWith(prefix) && endings.some((ending) => one.endsWith(ending)))
      .map((one) => one.slice(prefix.length, one.indexOf('#', prefix.length))),
  );
}
