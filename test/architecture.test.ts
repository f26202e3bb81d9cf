import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inlineTexts } from '../apps/backoffice/build/inline-texts.ts';
import { importsOf, packagesReachedFrom } from './support/architecture/imports.ts';
import { offences, tooLong, undeclared, unregistered } from './support/architecture/laws.ts';
import { readManifests, readSources } from './support/architecture/source-file.ts';
import { breaches } from './support/architecture/walls.ts';

const root = join(import.meta.dirname, '..');
const files = readSources(root);
const manifests = readManifests(root);
const file = (path: string, text: string) => ({ path, text });

describe('our code', () => {
  test('is found', () => {
    expect(files.map(({ path }) => path)).toContain('apps/server/src/db/sql.ts');
    expect(manifests.map(({ name }) => name)).toContain('@latchkey/kernel');
  });
  test('imports only what its role may', () => expect(breaches(files)).toEqual([]));
  test('declares every package that it imports', () => expect(undeclared(files, manifests)).toEqual([]));
  test('keeps the laws', () => expect(offences(files)).toEqual([]));
  test('has no file over 300 lines', () => expect(tooLong(files)).toEqual([]));
  test('registers every activity under the name of its folder', () =>
    expect(unregistered(files)).toEqual([]));
  test('shows operators no text that is not in a message catalogue', () => {
    const screens = files.filter(({ path }) =>
      /^apps\/backoffice\/src\/.*(\.tsx|navigation\.ts)$/.test(path),
    );
    expect(screens.length).toBeGreaterThan(50);
    expect(screens.flatMap(({ path, text }) => inlineTexts(text).map((found) => `${path}:${found}`))).toEqual(
      [],
    );
  });
  test('sends no foreign package to the end user, least of all one with a watermark', () => {
    expect(packagesReachedFrom('apps/journey/src/client/main.ts', files, manifests)).toEqual([]);
  });
});

describe('imports are read', () => {
  test.each([
    ["import { a } from './b.ts';", { target: 'packages/x/src/b.ts', isType: false }],
    [
      "import type { A } from '../../kernel/src/index.ts';",
      { target: 'packages/kernel/src/index.ts', isType: true },
    ],
    ["import {\n  a,\n  type B,\n} from 'pg';", { target: 'pg', isType: false }],
    ["export { a } from '@latchkey/kernel';", { target: '@latchkey/kernel', isType: false }],
    ["export * from 'ajv/dist/core.js';", { target: 'ajv/dist/core.js', isType: false }],
    ["import 'node:fs';", { target: 'node:fs', isType: false }],
    ["const a = await import('vitest');", { target: 'vitest', isType: false }],
  ])('%s', (text, expected) => {
    expect(importsOf(file('packages/x/src/a.ts', text))).toEqual([expected]);
  });

  test('comments and texts are not imports', () => {
    const text = "// import 'a';\n/* import 'b'; */\nconst c = \"import 'c'\";";
    expect(importsOf(file('packages/x/src/a.ts', text))).toEqual([]);
  });
});

describe('a wall', () => {
  const through = (path: string, ...names: readonly string[]) =>
    breaches([file(path, names.map((name) => `import { a } from '${name}';`).join('\n'))]).length;

  test.each([
    ['packages/kernel/src/a.ts', 'node:crypto'],
    ['packages/engine/src/a.ts', '@latchkey/kernel'],
    ['packages/bpmn/src/a.ts', '@latchkey/engine'],
    ['packages/forms/src/a.ts', 'node:fs'],
    ['packages/contract/src/a.ts', '@latchkey/forms'],
    ['apps/journey/src/client/a.ts', 'node:fs'],
    ['apps/server/src/users/add-user.ts', 'pg'],
    ['apps/server/src/users/add-user.ts', 'fastify'],
    ['apps/server/src/users/add-user.ts', './users.http.ts'],
    ['apps/server/src/users/add-user.ts', '../stores/stores.sql.ts'],
    ['apps/server/src/users/add-user.ts', 'node:fs'],
    ['apps/server/src/users/users.sql.ts', 'fastify'],
    ['apps/server/src/users/users.http.ts', '../stores/stores.sql.ts'],
    ['apps/server/src/activities/add-user/index.ts', '../../users/users.sql.ts'],
    ['apps/server/src/activities/add-user/index.ts', '../../users/users.http.ts'],
    ['apps/server/src/http/bind.ts', '../users/add-user.ts'],
    ['apps/server/src/users/add-user.ts', './compose-users.http.ts'],
    ['apps/newcomer/src/a.ts', './b.ts'],
  ])('stops %s from importing %s', (path, name) => expect(through(path, name)).toBe(1));

  test.each([
    ['packages/passkeys/src/a.ts', 'node:crypto'],
    ['apps/server/src/users/add-user.ts', './add-user.sql.ts'],
    ['apps/server/src/users/add-user.ts', '../stores/find-store.ts'],
    ['apps/server/src/users/users.http.ts', '../http/bind.ts'],
    ['apps/server/src/activities/add-user/index.ts', '../../users/add-user.ts'],
    ['apps/server/src/compose.ts', './users/users.sql.ts'],
    ['apps/server/src/users/compose-users.ts', './users.http.ts'],
    ['apps/server/src/users/add-user.ts', '../audit/record-audit.sql.ts'],
  ])('lets %s import %s', (path, name) => expect(through(path, name)).toBe(0));

  test('lets types through where it says so', () => {
    const text = "import type { A } from '@latchkey/engine';";
    expect(breaches([file('packages/bpmn/src/a.ts', text)])).toEqual([]);
  });
});

describe('a law', () => {
  test.each([
    ['packages/engine/src/a.ts', 'const now = Date.now();'],
    ['packages/engine/src/a.ts', 'export async function a() {}'],
    ['packages/engine/src/a.ts', 'Math.random()'],
    ['apps/server/src/a.ts', 'process.env.PORT'],
    ['apps/journey/src/a.ts', "import { env } from 'node:process';"],
    ['scripts/a.ts', 'export default 1;'],
    ['apps/server/src/a.ts', "await fetch('https://example.org')"],
    ['apps/server/src/a.ts', 'await globalThis.fetch(url)'],
    ['apps/server/src/a.ts', 'needs({ fetch })'],
    ['packages/passkeys/src/a.ts', "import https from 'node:https';"],
    ['apps/server/src/a.ts', "import { request } from 'node:http';"],
    ['apps/server/src/a.ts', "import { type Socket, connect } from 'node:tls';"],
  ])('forbids %s to say %s', (path, text) => expect(offences([file(path, text)])).toHaveLength(1));

  test.each([
    ['packages/engine/src/a.ts', '// no Date here\nconst dueAt = 1;'],
    ['packages/engine/src/a.test.ts', 'await play(Date.now())'],
    ['apps/server/src/config.ts', 'process.env'],
    ['scripts/a.ts', 'process.env.PATH'],
    ['vite.config.ts', 'export default {};'],
    ['apps/server/src/egress/egress-client.fetch.ts', "import https from 'node:https';"],
    ['apps/server/src/a.ts', "import type { IncomingHttpHeaders } from 'node:http';"],
    ['apps/server/src/a.ts', "import { type AddressInfo, createServer } from 'node:net';"],
    ['apps/server/src/a.ts', "headers['sec-fetch-site']"],
  ])('lets %s say %s', (path, text) => expect(offences([file(path, text)])).toEqual([]));

  test('counts the 301st line', () => {
    expect(tooLong([file('a.css', 'x\n'.repeat(300))])).toEqual([]);
    expect(tooLong([file('a.css', 'x\n'.repeat(301))])).toEqual(['a.css has 301 lines']);
    expect(tooLong([file('a.generated.ts', 'x\n'.repeat(301))])).toEqual([]);
  });
});

test('a package that only the root or another workspace declares is found', () => {
  const text =
    "import { a } from 'vitest';\nimport { b } from '@latchkey/kernel';\nimport { c } from 'pg/lib/c.js';";
  const found = (path: string) =>
    undeclared([file(path, text)], manifests).map((one) => /imports (\S+),/.exec(one)?.[1]);
  expect(found('packages/forms/src/a.ts')).toEqual(['vitest', 'pg']);
  expect(found('packages/forms/src/a.test.ts')).toEqual(['pg']);
  expect(found('apps/server/src/a.ts')).toEqual(['vitest']);
  expect(found('test/a.test.ts')).toEqual([]);
  const foreign = file('bench/a.ts', "import { a } from 'bpmn-moddle';");
  expect(undeclared([foreign], manifests)).toEqual([
    'bench/a.ts imports bpmn-moddle, which nobody declares for it',
  ]);
});

test('an activity that is not listed, or named otherwise than its folder, is found', () => {
  const folder = 'apps/server/src/activities/';
  const list = file(`${folder}index.ts`, "import { addUser } from './add-user/index.ts';");
  const named = (id: string) => file(`${folder}add-user/index.ts`, `export const addUser = { id: '${id}' };`);
  expect(unregistered([list, named('addUser')])).toEqual([]);
  expect(unregistered([list, named('add')])).toEqual([
    'add-user/index.ts has no activity with the id addUser',
  ]);
  expect(unregistered([named('addUser')])).toEqual(['add-user is not in activities/index.ts']);
  expect(unregistered([file(`${folder}define-activity.ts`, '')])).toEqual([]);
});

test('packages behind a workspace are reached through its exports, types are not', () => {
  const own = [
    file(
      'apps/journey/src/client/main.ts',
      "import { a } from '@latchkey/forms';\nimport type { B } from 'bpmn-js';",
    ),
    file('packages/forms/src/index.ts', "export { a } from './a.ts';"),
    file('packages/forms/src/a.ts', "import { c } from '@bpmn-io/form-js/x';"),
  ];
  expect(packagesReachedFrom('apps/journey/src/client/main.ts', own, manifests)).toEqual([
    '@bpmn-io/form-js',
  ]);
});
