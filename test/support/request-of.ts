import type { Route } from '@latchkey/contract';
import { type Schema, sampleOf } from './sample.ts';

/** What stands in paths where nothing of that name exists. */
export const nothingThere = 'AAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Path parameters that name no thing but a word; they are always filled in with one that is taken. */
const words: Readonly<Record<string, string>> = { status: 'active' };

/** Things that exist: the parameters that name them, for the paths that begin so. Later ones win. */
export type Things = readonly (readonly [prefix: string, params: Readonly<Record<string, string>>])[];

/**
 * The address of a route with its parameters and the query that it must have filled in, `nothingThere` for things
 * that are not given; `query` is added.
 */
export function urlOf(route: Route, things: Things = [], query = ''): string {
  const fitting = things.filter(([prefix]) => route.path.startsWith(prefix)).map(([, params]) => params);
  const params: Record<string, string> = Object.assign({}, words, ...fitting);
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(params[name] ?? nothingThere),
  );
  const needed = requiredQuery(route).map((name) => `${name}=${params[name] ?? nothingThere}`);
  const all = [...needed, ...(query === '' ? [] : [query])].join('&');
  return all === '' ? path : `${path}?${all}`;
}

/** Names of the query parameters that a route must have. */
export const requiredQuery = (route: Route): readonly string[] =>
  (route.query as Schema | undefined)?.required ?? [];

/** Whether a route names a thing of a tenant. A status is a word, and languages are those of the platform. */
export const namesThings = (route: Route): boolean =>
  [...route.path.matchAll(/\{(\w+)\}/g)].some(([, name]) => name !== 'status' && name !== 'language') ||
  requiredQuery(route).length > 0;

/** The smallest body that a route takes; `undefined` when it takes none. */
export const bodyOf = (route: Route): unknown => (route.body ? sampleOf(route.body as Schema) : undefined);

/** The properties of a route's body, by name. */
export const propertiesOf = (route: Route): readonly (readonly [string, Schema])[] =>
  Object.entries((route.body as Schema | undefined)?.properties ?? {});
