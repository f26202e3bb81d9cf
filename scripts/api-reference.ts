import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeFailures } from '../apps/server/src/compose-failures.ts';
import {
  type Failures,
  failuresOf,
  permissionsFor,
  type Route,
  routes,
  statusRule,
} from '../packages/contract/src/index.ts';

/** Where the reference stands; a test fails when it is not what `apiReference` writes. */
export const referenceFile = join(import.meta.dirname, '../docs/api.md');

/** The API reference in Markdown: every route with its permission, fields and problems, then every problem. */
export function apiReference(list: readonly Route[] = routes, failures: Failures = composeFailures): string {
  const groups = [...Map.groupBy(list, ({ tag }) => tag)];
  return [
    '# API reference',
    'Made from the contract by `npm run docs`; a running server shows the same at `/docs` and as OpenAPI 3.1 at `/openapi.json`. How to begin: [guides/backend-developer.md](guides/backend-developer.md).',
    'Send `Authorization: Bearer …` with an access token or an API key (or the key as `X-API-Key`). `*` marks what is required.',
    statusRule,
    'Lists answer a page: `content` holds the objects, beside `totalElements`, `totalPages`, `number`, `size`, `first`, `last`, `sort`, `pageable` and `empty`.',
    ...groups.flatMap(([tag, members]) => [
      `## ${tag}`,
      ...members.flatMap((route) => routeText(route, failures)),
    ]),
    '## Problems',
    'Failures are `application/problem+json` (RFC 9457). Codes are stable; sentences may change.',
    table(['code', 'status', 'sentence'], problemRows(list, failures)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function routeText(route: Route, failures: Failures): readonly string[] {
  const permissions = permissionsFor('{tenant}', route).map((one) => `\`${one}\``);
  return [
    `### ${route.summary}`,
    `\`${route.method} ${route.path}\` answers ${route.status}. ${
      route.permission === 'public' ? 'No token needed.' : `Permission: ${permissions.join(' or ')}.`
    }`,
    ...fields('Query', route.query),
    ...fields(route.bodyType === 'form' ? 'Body (form)' : 'Body', route.body),
    ...answer(route.output),
    ...ownProblems(route, failures),
  ];
}

/** A list answers a page of what is described; the envelope is the same everywhere. */
function answer(output: Described | undefined): readonly string[] {
  const { content, pageable } = output?.properties ?? {};
  return content && pageable ? fields('Answer: a page of', content.items) : fields('Answer', output);
}

type Described = {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
};
type Shape = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Described;
  readonly description?: string;
};

function fields(title: string, schema: Described | undefined): readonly string[] {
  const rows = Object.entries(schema?.properties ?? {}).map(([name, shape]) => [
    `\`${name}\`${schema?.required?.includes(name) ? ' *' : ''}`,
    typeOf(shape),
    shape.description ?? '',
  ]);
  return rows.length === 0 ? [] : [table([title, 'type', 'meaning'], rows)];
}

function typeOf({ type, enum: words, anyOf }: Shape): string {
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  return [type ?? 'anything'].flat().join(' or ');
}

/** The codes of this route alone; the last table has those of many. */
function ownProblems(route: Route, failures: Failures): readonly string[] {
  const own = failuresOf(route, failures).filter(([code]) => route.problems.includes(code));
  return own.length === 0
    ? []
    : [`Problems: ${own.map(([code, { status }]) => `${status} \`${code}\``).join(', ')}.`];
}

const problemRows = (list: readonly Route[], failures: Failures) =>
  [...new Map(list.flatMap((route) => failuresOf(route, failures)))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, title }]) => [`\`${code}\``, String(status), title]);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(referenceFile, apiReference());
