import { type Import, importsOf } from './imports.ts';
import { isTest, type SourceFile } from './source-file.ts';

/**
 * What one kind of file may import. A pattern is tried on `@latchkey/kernel`, `pg`, `node:fs` or the path of a file;
 * a file in the importer's own folder is also tried as `own:` and its path.
 */
export type Wall = {
  readonly role: string;
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  /** Allowed as `import type` only. */
  readonly mayTypes?: readonly RegExp[];
};

const exactly = (...names: readonly string[]): readonly RegExp[] =>
  names.map((name) => new RegExp(`^${name.replaceAll('.', '\\.')}(/|$)`));

const server = '^apps/server/src/';
/** A file without a suffix, outside the folders that are plumbing. */
const plain = new RegExp(`${server}(?!http/|db/embedded/)(.*/)?[^./]+\\.ts$`);
/** A statement is called from its subject's folder; only the audit trail is written from everywhere. */
const ownSql = /^own:.*\.sql\.ts$|^apps\/server\/src\/audit\/record-audit\.sql\.ts$/;
const node = /^node:/;
const backoffice = [
  ...exactly('examples'),
  ...exactly('apps/backoffice/src', '@latchkey/contract', '@latchkey/kernel', '@latchkey/engine'),
  ...exactly('@latchkey/bpmn', '@latchkey/expressions', '@latchkey/forms', '@latchkey/passkeys'),
  // The preview of a form is the end user's own renderer; nothing else of that page.
  /^@latchkey\/journey\/(renderer|preview|style\.css\?inline)$/,
  ...exactly('react', 'react-dom', 'typebox', 'codemirror', 'uqr'),
  /^@(mantine|tabler|tanstack|codemirror)\//,
  /^@atlaskit\/pragmatic-drag-and-drop\//,
];
const pureNode = /^node:(crypto|timers\/promises|util|buffer)$/;

/** The first that matches a path is its wall. Everything not listed is forbidden. */
export const walls: readonly Wall[] = Object.freeze([
  { role: 'kernel', files: /^packages\/kernel\//, may: exactly('packages/kernel') },
  { role: 'engine', files: /^packages\/engine\//, may: exactly('packages/engine') },
  {
    role: 'expressions',
    files: /^packages\/expressions\//,
    may: exactly('packages/expressions', '@latchkey/kernel', '@marcbachmann/cel-js'),
  },
  {
    role: 'bpmn',
    files: /^packages\/bpmn\//,
    may: exactly(
      'packages/bpmn',
      '@latchkey/kernel',
      '@latchkey/expressions',
      'bpmn-moddle',
      'bpmn-auto-layout',
    ),
    mayTypes: exactly('@latchkey/engine'),
  },
  {
    role: 'forms',
    files: /^packages\/forms\//,
    may: exactly('packages/forms', '@latchkey/kernel', 'typebox'),
  },
  {
    role: 'passkeys',
    files: /^packages\/passkeys\//,
    may: [...exactly('packages/passkeys', '@latchkey/kernel', 'asn1js'), /^@peculiar\//, node],
  },
  {
    role: 'contract',
    files: /^packages\/contract\//,
    may: exactly('packages/contract', '@latchkey/kernel', 'typebox'),
  },
  {
    role: 'journey in the browser',
    files: /^apps\/journey\/src\/client\//,
    may: exactly('apps/journey/src', '@latchkey/forms', '@latchkey/kernel'),
    mayTypes: exactly('@latchkey/contract'),
  },
  {
    role: 'journey',
    files: /^apps\/journey\//,
    may: [...exactly('apps/journey', '@latchkey/forms', '@latchkey/kernel', 'uqr', 'vite'), node],
    mayTypes: exactly('@latchkey/contract'),
  },
  {
    role: 'backoffice build',
    files: /^apps\/backoffice\/build\//,
    may: [...exactly('apps/backoffice/build', 'vite'), node],
  },
  {
    role: 'backoffice canvas',
    files: /^apps\/backoffice\/src\/(designer\/canvas|processes\/diagram)\//,
    may: [
      ...backoffice,
      /^bpmn-/,
      /^diagram-js/,
      /^bpmnlint/,
      ...exactly('min-dash', 'tiny-svg', 'inherits-browser'),
    ],
  },
  { role: 'backoffice', files: /^apps\/backoffice\/src\//, may: backoffice },
  {
    role: 'command line',
    files: /^apps\/cli\//,
    may: [
      ...exactly('apps/cli/src', '@latchkey/kernel', '@latchkey/passkeys'),
      /^@latchkey\/server\/administration$/,
      node,
    ],
  },
  {
    role: 'archive reader',
    files: new RegExp(`${server}pages/archive/`),
    may: [
      ...exactly('@latchkey/kernel', '@latchkey/contract', 'yauzl', 'tar-stream'),
      ...exactly('node:stream', 'node:zlib'),
      plain,
    ],
  },
  {
    role: 'way out',
    files: new RegExp(`${server}egress/`),
    may: [...exactly('@latchkey/kernel', 'apps/server/src/egress', 'ipaddr.js'), node],
  },
  {
    role: 'job queue',
    files: new RegExp(`${server}background/job-queue\\.ts$`),
    may: [...exactly('pg-boss'), plain],
  },
  // `compose.ts` knows everybody; a large subject may put itself together in its own `compose-….ts`.
  {
    role: 'compose and main',
    files: new RegExp(`${server}((.*/)?compose(-[a-z-]+)?|main|index)\\.ts$`),
    may: [/./],
  },
  {
    role: 'start-up',
    files: new RegExp(`${server}[^/]+\\.ts$`),
    may: [
      ...exactly('@latchkey/kernel', '@latchkey/journey', '@latchkey/backoffice', 'typebox'),
      ...exactly('apps/server/package.json'),
      ...exactly('apps/server/src/http/log.ts'),
      plain,
      node,
    ],
    mayTypes: exactly('@latchkey/contract'),
  },
  {
    role: 'demo',
    files: new RegExp(`${server}demo/`),
    may: [...exactly('@latchkey/kernel', 'uqr', 'node:fs/promises'), plain, ownSql],
    mayTypes: exactly('@latchkey/bpmn'),
  },
  {
    role: 'database',
    files: new RegExp(`${server}db/`),
    may: [...exactly('@latchkey/kernel', 'apps/server/src/db', 'apps/server/src/data-folder.ts', 'pg'), node],
  },
  {
    role: 'http',
    files: new RegExp(`${server}http/`),
    may: [
      ...exactly('@latchkey/kernel', '@latchkey/contract', 'apps/server/src/http', 'apps/server/src/access'),
      ...exactly('apps/server/src/db/tenant-scope.ts'),
      ...exactly('fastify', '@fastify/static', 'typebox', 'ajv', 'pino'),
      node,
    ],
  },
  {
    role: '*.sql.ts',
    files: new RegExp(`${server}.*\\.sql\\.ts$`),
    may: [
      ...exactly('@latchkey/kernel', '@latchkey/contract', 'pg'),
      plain,
      new RegExp(`${server}.*\\.sql\\.ts$`),
    ],
    mayTypes: exactly('@latchkey/engine', '@latchkey/passkeys', '@latchkey/bpmn'),
  },
  {
    role: '*.fetch.ts',
    files: new RegExp(`${server}.*\\.fetch\\.ts$`),
    may: [...exactly('@latchkey/kernel'), plain, node],
  },
  {
    role: '*.http.ts',
    files: new RegExp(`${server}.*\\.http\\.ts$`),
    may: [
      ...exactly('@latchkey/kernel', '@latchkey/contract', '@latchkey/journey', '@latchkey/forms', 'typebox'),
      ...exactly('@latchkey/backoffice'),
      ...exactly('apps/server/src/http'),
      plain,
      ownSql,
    ],
    mayTypes: exactly('fastify', '@latchkey/bpmn', '@latchkey/passkeys', '@latchkey/engine'),
  },
  {
    role: 'activity',
    files: new RegExp(`${server}activities/`),
    may: [...exactly('@latchkey/kernel', '@latchkey/expressions', '@latchkey/forms', 'typebox'), plain],
    mayTypes: exactly(
      '@latchkey/bpmn',
      '@latchkey/contract',
      '@latchkey/engine',
      '@latchkey/journey',
      '@latchkey/passkeys',
    ),
  },
  {
    role: 'server plain file',
    files: plain,
    may: [
      ...exactly(
        '@latchkey/kernel',
        '@latchkey/engine',
        '@latchkey/passkeys',
        '@latchkey/bpmn',
        '@latchkey/forms',
      ),
      ...exactly('@latchkey/expressions', '@latchkey/journey', '@latchkey/contract', 'jose', 'typebox'),
      plain,
      ownSql,
      pureNode,
    ],
    mayTypes: [node],
  },
]);

/** Every import that goes through a wall, as one sentence each; also a source file that no wall knows. */
export function breaches(files: readonly SourceFile[], table: readonly Wall[] = walls): readonly string[] {
  return files
    .filter(
      ({ path }) =>
        /^(packages|apps)\/.*\.(ts|tsx)$/.test(path) && !isTest(path) && !/\.(config|d)\.ts$/.test(path),
    )
    .flatMap((file) => breachesOf(file, table));
}

function breachesOf(file: SourceFile, table: readonly Wall[]): readonly string[] {
  const wall = table.find(({ files }) => files.test(file.path));
  if (wall === undefined) return [`${file.path} belongs to no role of the table`];
  return importsOf(file)
    .filter((one) => !isAllowed(file, wall, one))
    .map(
      ({ target, isType }) =>
        `${file.path} (${wall.role}) must not import ${isType ? 'types of ' : ''}${target}`,
    );
}

function isAllowed(file: SourceFile, { may, mayTypes = [] }: Wall, { target, isType }: Import): boolean {
  const subject = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const names = target.startsWith(subject) ? [target, `own:${target}`] : [target];
  const patterns = isType ? [...may, ...mayTypes] : may;
  return patterns.some((pattern) => names.some((name) => pattern.test(name)));
}
