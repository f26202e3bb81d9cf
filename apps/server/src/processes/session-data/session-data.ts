/** Session data of an instance: `_identityStore`, `_forms`, `_checks`, … as in docs/words.md. Plain JSON, replaced, never mutated. */
export type SessionData = Readonly<Record<string, unknown>>;

type Tree = Readonly<Record<string, unknown>>;

/** The value at a path of own members; `undefined` where the path ends early. */
export function readPath(data: SessionData, path: readonly string[]): unknown {
  return path.reduce<unknown>(member, data);
}

/** A copy of the data with `value` at the path; objects on the way are made as needed. */
export function writePath(data: SessionData, path: readonly string[], value: unknown): SessionData {
  const [first, ...rest] = path;
  if (first === undefined) return value as SessionData;
  const under = member(data, first);
  return { ...data, [first]: rest.length > 0 ? writePath(isTree(under) ? under : {}, rest, value) : value };
}

const member = (value: unknown, name: string): unknown =>
  isTree(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
