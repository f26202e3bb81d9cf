import type { Route } from '@latchkey/contract';
import { type Schema, sampleOf } from './sample.ts';

/** What stands in paths where nothing of that name exists. */
export const nothingThere = 'AAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Path parameters that name no thing but a word; they are always filled in with one that is taken. */
const words: Readonly<Record<string, string>> = { status: 'active' };

/** The path of a route with its parameters filled in; `nothingThere` for things that are not given. */
export const pathOf = (route: Route, params: Readonly<Record<string, string>> = {}): string =>
  route.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(params[name] ?? words[name] ?? nothingThere),
  );

/** The smallest body that a route takes; `undefined` when it takes none. */
export const bodyOf = (route: Route): unknown => (route.body ? sampleOf(route.body as Schema) : undefined);

/** The properties of a route's body, by name. */
export const propertiesOf = (route: Route): readonly (readonly [string, Schema])[] =>
  Object.entries((route.body as Schema | undefined)?.properties ?? {});
