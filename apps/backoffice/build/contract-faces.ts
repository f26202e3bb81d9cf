import type { Plugin } from 'vite';

/** What a route is judged by, which the server does, and what only its description says: the page asks for neither. */
const unasked: ReadonlySet<string> = new Set([
  'params',
  'query',
  'body',
  'output',
  'problems',
  'status',
  'bodyLimit',
]);

/** Builders of the contract; what they make is dropped where nobody uses it. */
export const contractBuilders = [
  'Type',
  'Closed',
  'Words',
  'Moment',
  'Clearable',
  'OptionalText',
  'OptionalOutput',
  'PageOf',
  'pageQuery',
  'count',
  'groupOf',
  'texts',
  'base64url',
  'File',
  'Models',
  'limit',
  'Colours',
  'Colour',
  'requestOf',
  'Origins',
  'Object.freeze',
] as const;

/**
 * Leaves of each route of the contract what the page calls it by: id, method, path, permission, words. Its schemas are
 * types to the page, and half of the contract's bytes.
 */
export const contractFaces = (): Plugin => ({
  name: 'contract-faces',
  enforce: 'post',
  transform(code, id) {
    if (!/packages\/contract\/src\/[\w-]+\.ts$/.test(id)) return undefined;
    const cuts = routesIn(this.parse(code) as unknown as Node).flatMap(unaskedOf);
    return cuts.length === 0 ? undefined : { code: without(code, cuts), map: null };
  },
});

type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly body?: readonly Node[];
  readonly declaration?: Node | null;
  readonly declarations?: readonly { readonly init: Node | null }[];
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly properties?: readonly Node[];
  readonly key?: Node;
};

/** The objects that `defineRoute` is called with at the top of a module. */
function routesIn(program: Node): readonly Node[] {
  const made = (program.body ?? [])
    .map((statement) => statement.declaration ?? statement)
    .flatMap(({ declarations }) => declarations ?? [])
    .flatMap(({ init }) => (init?.callee?.name === 'defineRoute' ? (init.arguments ?? []) : []));
  return made.filter(({ type }) => type === 'ObjectExpression');
}

const unaskedOf = ({ properties = [] }: Node) => properties.filter(({ key }) => unasked.has(key?.name ?? ''));

/** The text without these properties and the commas after them. */
const without = (code: string, cuts: readonly Node[]): string =>
  [...cuts]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
