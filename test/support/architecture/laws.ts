import { importsOf, packageOf } from './imports.ts';
import { codeOf, isTest, type Manifest, type SourceFile } from './source-file.ts';

/** Something that code of certain files must not say. */
export type Law = {
  readonly about: string;
  readonly files: RegExp;
  readonly not?: RegExp;
  readonly forbidden: RegExp;
};

export const laws: readonly Law[] = Object.freeze([
  {
    about: 'only config.ts reads the environment',
    files: /^(apps|packages)\/.*\.(ts|tsx)$/,
    not: /^apps\/server\/src\/config\.ts$/,
    forbidden: /\bprocess\??\.env\b|\benv\b[^;]*from ['"]node:process['"]/,
  },
  {
    about: 'the engine is pure',
    files: /^packages\/engine\/src\//,
    forbidden:
      /\bDate\b|\bMath\.random\b|\basync\b|\bawait\b|\bPromise\b|\bset(Timeout|Interval|Immediate)\b|\bcrypto\b/,
  },
  {
    about: 'only the egress client calls out',
    files: /^(apps\/server|packages)\//,
    not: /^apps\/server\/src\/egress\/egress-client\.fetch\.ts$/,
    forbidden:
      /(?<![-\w'"`])fetch\s*[(,;}]|\b(WebSocket|EventSource|XMLHttpRequest)\b|import\s+(?!type\b)[^;]*from 'node:(https?|http2|dgram)'|\{[^}]*\b(connect|createConnection|TLSSocket)\b[^}]*\} from 'node:(net|tls)'/,
  },
  {
    about: 'exports have names',
    files: /\.(ts|tsx|mts|mjs)$/,
    not: /\.(config|d)\.ts$/,
    forbidden: /^export default\b|^export \{[^}]*\bas default\b/m,
  },
]);

const mostLines = 300;

/** The laws that files break, as `path: what the law is about`. Tests obey only the one about exports. */
export const offences = (files: readonly SourceFile[], table: readonly Law[] = laws): readonly string[] =>
  table.flatMap(({ about, files: where, not, forbidden }) =>
    files
      .filter(({ path }) => where.test(path) && !(not?.test(path) ?? false))
      .filter(({ path }) => !isTest(path) || about === 'exports have names')
      .filter((file) => forbidden.test(codeOf(file)))
      .map(({ path }) => `${path}: ${about}`),
  );

/** Files that are longer than a person reads at once; generated ones are not read. */
export const tooLong = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => !/\.generated\.[a-z]+$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines`);

/** Imports that only work because npm puts everybody's packages into one folder. */
export function undeclared(files: readonly SourceFile[], manifests: readonly Manifest[]): readonly string[] {
  return files.flatMap((file) => {
    const allowed = declaredFor(file.path, manifests);
    return importsOf(file)
      .map(({ target }) => packageOf(target))
      .filter((name) => name !== undefined && !allowed.has(name))
      .map((name) => `${file.path} imports ${name}, which nobody declares for it`);
  });
}

/** A test or a build may use what its package has for development, a test also what the root has; tests and benches at the root also what they drive: the server. */
function declaredFor(path: string, manifests: readonly Manifest[]): ReadonlySet<string> {
  const root = manifests.filter(({ folder }) => folder === '');
  const own = manifests.filter(({ folder }) => folder !== '' && path.startsWith(`${folder}/`));
  const isAtRoot = own.length === 0;
  const driven = isAtRoot ? manifests.filter(({ folder }) => folder === 'apps/server') : [];
  return new Set([
    ...[...own, ...driven].flatMap(({ name, dependencies }) => [name, ...dependencies]),
    ...(isTest(path) || isBuild(path) ? own.flatMap(({ devDependencies }) => [...devDependencies]) : []),
    ...(isTest(path) || isAtRoot ? root.flatMap((one) => [...one.dependencies, ...one.devDependencies]) : []),
  ]);
}

/** Runs before a release or at a developer's start, never in a shipped server. */
const isBuild = (path: string): boolean => /\/build(\.ts$|\/)/.test(path);

/** Activity folders that are not in the list, or whose activity has another name. */
export function unregistered(
  files: readonly SourceFile[],
  folder = 'apps/server/src/activities/',
): readonly string[] {
  const inside = files.filter(({ path }) => path.startsWith(folder));
  const names = new Set(
    inside
      .map(({ path }) => path.slice(folder.length).split('/'))
      .filter(({ length }) => length > 1)
      .map(([name]) => name ?? ''),
  );
  const list = inside.find(({ path }) => path === `${folder}index.ts`);
  const listed = list === undefined ? [] : importsOf(list).map(({ target }) => target);
  return [...names].flatMap((name) => {
    const id = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const activity = inside.find(({ path }) => path === `${folder}${name}/index.ts`);
    return [
      ...(listed.includes(`${folder}${name}/index.ts`) ? [] : [`${name} is not in activities/index.ts`]),
      ...(activity?.text.includes(`id: '${id}'`)
        ? []
        : [`${name}/index.ts has no activity with the id ${id}`]),
    ];
  });
}
