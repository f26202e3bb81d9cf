import { readPath, type SessionData, writePath } from './session-data.ts';

/** Where what is told of a form or a page stands: `_forms[formDataKey]`, `_customPages[customPageKey]`. */
export type Place = readonly [root: '_forms' | '_customPages', key: string];
type Extensions = { readonly visit: string; readonly count: number };

/** How often a visit got more time. */
export function extensionsOf(data: SessionData, place: Place, visit: string): number {
  const extensions = readPath(data, [...place, 'extensions']) as Extensions | undefined;
  return extensions?.visit === visit ? extensions.count : 0;
}

/** Counts that a visit got more time. */
export const recordExtension = (data: SessionData, place: Place, visit: string): SessionData =>
  writePath(data, [...place, 'extensions'], { visit, count: extensionsOf(data, place, visit) + 1 });
