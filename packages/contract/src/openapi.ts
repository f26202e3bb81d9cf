import { type Failures, failuresOf, statusRule } from './failures.ts';
import { permissionsFor } from './permission.ts';
import { ProblemBody } from './problem.ts';
import type { Route } from './route.ts';

/** An OpenAPI 3.1 document, as plain data. */
export type OpenApi = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
};

type Operation = Readonly<Record<string, unknown>> & { readonly operationId: string };

type About = { readonly version: string; readonly url: string; readonly failures: Failures };

/** Writes OpenAPI 3.1 straight from the routes: a TypeBox schema already is JSON Schema 2020-12. */
export function openApi(routes: readonly Route[], { version, url, failures }: About): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, failures) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Latchkey', version, description },
    servers: [{ url }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: { schemas: { Problem: ProblemBody }, securitySchemes },
  };
}

const description = `Passkey registration, designed as processes. ${statusRule}`;

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An access token, or an API key itself' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  operator: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-latchkey-operator',
    description:
      'The Backoffice only: unsafe methods also need `X-Latchkey-Backoffice: 1` from the same origin',
  },
};

function operation(route: Route, failures: Failures): Operation {
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.permission === 'public'
      ? { security: [] }
      : {
          description: `Permission: ${permissionsFor('{tenant}', route)
            .map((one) => `\`${one}\``)
            .join(' or ')}`,
          security: [{ bearer: [] }, { apiKey: [] }, { operator: [] }],
        }),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body && { requestBody: requestBody(route) }),
    responses: responses(route, failures),
  };
}

function parameters(place: 'path' | 'query', schema: Route['params']) {
  const required = new Set<string>(schema?.required ?? []);
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: required.has(name),
    schema: property,
  }));
}

function requestBody(route: Route) {
  const type = route.bodyType === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  const required = ((route.body as { required?: readonly string[] }).required ?? []).length > 0;
  return { required, content: { [type]: { schema: route.body } } };
}

const names: Readonly<Record<number, string>> = { 200: 'Done', 201: 'Created', 204: 'Done; no content' };

function responses(route: Route, failures: Failures) {
  const byStatus = Object.groupBy(failuresOf(route, failures), ([, { status }]) => status);
  return {
    [route.status]: {
      description: names[route.status],
      ...(route.output && { content: { 'application/json': { schema: route.output } } }),
    },
    ...Object.fromEntries(
      Object.entries(byStatus).map(([status, list = []]) => [
        status,
        failed(
          route,
          list.map(([code]) => code),
        ),
      ]),
    ),
  };
}

function failed({ failures }: Route, codes: readonly string[]) {
  const description = codes.map((code) => `\`${code}\``).join(', ');
  if (failures !== 'oauth') {
    return { description, content: { 'application/problem+json': { schema: problem } } };
  }
  return { description, content: { 'application/json': { schema: oauthError } } };
}

const problem = { $ref: '#/components/schemas/Problem' } as const;
const oauthError = {
  type: 'object',
  properties: { error: { type: 'string' }, error_description: { type: 'string' } },
} as const;
