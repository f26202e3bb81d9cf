import { describe, expect, test } from 'vitest';
import { commonCodes, type Failures, failuresOf } from './failures.ts';
import { openApi } from './openapi.ts';
import { operationsOf, permissionFor } from './permission.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

type Schema = {
  readonly type?: unknown;
  readonly description?: string;
  readonly additionalProperties?: unknown;
  readonly patternProperties?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

/** Every schema inside, with the path to it. */
function inside(schema: Schema | undefined, path: string): readonly (readonly [string, Schema])[] {
  if (!schema) return [];
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    inside(property, `${path}/${name}`),
  );
  const choices = (schema.anyOf ?? []).flatMap((choice, index) => inside(choice, `${path}|${index}`));
  return [[path, schema], ...properties, ...choices, ...inside(schema.items, `${path}[]`)];
}

const requestOf = ({ id, params, query, body }: Route) => [
  ...inside(params, `${id} path`),
  ...inside(query, `${id} query`),
  ...inside(body as Schema | undefined, `${id} body`),
];
const everything = (route: Route) => [
  ...requestOf(route),
  ...inside(route.output as Schema | undefined, `${route.id} answer`),
];

describe('the contract', () => {
  test('names each operation, and each method of a path, once', () => {
    const ids = routes.map(({ id }) => id);
    const places = routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(places).size).toBe(places.length);
  });

  test('guards each route by a permission of its own, in the form of the guide', () => {
    const guarded = routes
      .map(({ permission }) => permission)
      .filter((permission) => permission !== 'public');
    expect(guarded.filter((permission) => !/^[A-Z][A-Za-z]+:[a-z][A-Za-z]+$/.test(permission))).toEqual([]);
    expect(permissionFor('demo', { permission: 'IdentityStore:listUsers' })).toBe(
      'TNT#demo#IdentityStore:listUsers',
    );
    expect(operationsOf(routes).length).toBeGreaterThan(20);
  });

  test('describes every property', () => {
    const silent = routes
      .flatMap(everything)
      .filter(([path, schema]) => /\/[^/[\]|]+$/.test(path) && !schema.description)
      .map(([path]) => path);
    expect(silent).toEqual([]);
  });

  test('takes no unknown properties unless it says so', () => {
    const open = routes
      .flatMap(requestOf)
      .filter(([, schema]) => schema.properties && typeof schema.additionalProperties !== 'boolean')
      .map(([path]) => path);
    expect(open).toEqual([]);
  });

  test('describes the parameters that a path has, no others', () => {
    for (const { path, params } of routes) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(params?.properties ?? {}).sort()).toEqual(inPath.sort());
    }
  });

  test('answers something unless the status is 204', () => {
    for (const { id, status, output } of routes) expect(output === undefined, id).toBe(status === 204);
  });
});

describe('OpenAPI', () => {
  const codes = [...commonCodes, ...routes.flatMap(({ problems }) => problems)];
  const failures: Failures = Object.fromEntries(
    codes.map((code) => [code, { title: 'A sentence.', status: code.endsWith('not-found') ? 404 : 409 }]),
  );
  const document = openApi(routes, { version: '1.2.3', url: 'http://localhost:3000', failures });

  test('names under each status every code that a route can answer with it', () => {
    for (const route of routes) {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      const responses = operation?.responses as Readonly<Record<string, { readonly description: string }>>;
      for (const [code, { status }] of failuresOf(route, failures))
        expect(responses[status]?.description, route.id).toContain(`\`${code}\``);
    }
  });

  test('is not written with a code that nobody explains', () => {
    const about = { version: '1.2.3', url: 'http://localhost:3000', failures: {} };
    expect(() => openApi(routes, about)).toThrow('which no table of problems has');
  });

  test('holds every route', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      routes.map(({ id }) => id).sort(),
    );
  });

  test('is plain JSON whose references lead somewhere', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(0);
    expect(
      references.filter((name) => !Object.hasOwn(document.components.schemas as object, name ?? '')),
    ).toEqual([]);
  });
});
