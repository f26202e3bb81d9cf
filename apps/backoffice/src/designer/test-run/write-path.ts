type Tree = Readonly<Record<string, unknown>>;

/** A copy of the data with a value at a path as expressions write it: `_forms.form1`, `users["a-b"].id`. */
export function writePath(data: Tree, path: string, value: unknown): Tree {
  const keys = [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|([A-Za-z_]\w*)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : (JSON.parse(`"${quoted}"`) as string),
  );
  return write(data, keys, value) as Tree;
}

function write(under: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const tree = typeof under === 'object' && under !== null ? (under as Tree) : {};
  return { ...tree, [key]: write(Object.hasOwn(tree, key) ? tree[key] : undefined, rest, value) };
}
