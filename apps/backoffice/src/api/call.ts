import type { ProblemBody, Route, RouteOutput } from '@latchkey/contract';
import type { Static, TSchema } from 'typebox';
import { common } from '../words/common.ts';
import { CallFailure } from './call-failure.ts';

type Part<Name extends string, Schema> = Schema extends TSchema
  ? { readonly [name in Name]: Static<Schema> }
  : { readonly [name in Name]?: never };
type OptionalPart<Name extends string, Schema> = Schema extends TSchema
  ? { readonly [name in Name]?: Loose<Static<Schema>> }
  : { readonly [name in Name]?: never };
/** A filter that is not set may be written as undefined. */
type Loose<T> = { readonly [key in keyof T]?: T[key] | undefined };

/** What a call of this route takes: its path parameters, its filters, its body. */
export type CallInput<R extends Route> = Part<'params', R['params']> &
  OptionalPart<'query', R['query']> &
  Part<'body', R['body']>;

/**
 * Calls one route of the contract as the signed-in operator. Answers what the contract says; throws a `CallFailure`
 * with the problem otherwise.
 */
export async function call<const R extends Route>(
  route: R,
  input: CallInput<R>,
  signal?: AbortSignal,
): Promise<RouteOutput<R>> {
  const { params, query, body } = input as AnyInput;
  const response = await send(urlOf(route.path, params, query), {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'x-latchkey-backoffice': '1',
      ...(route.method === 'POST' && { 'content-type': 'application/json' }),
    },
    ...(route.method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new CallFailure(await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as RouteOutput<R>;
}

type AnyInput = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

/** The address of a call: path parameters and filters percent-encoded, unset filters left out. */
export function urlOf(path: string, params: AnyInput['params'] = {}, query: AnyInput['query'] = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one) => one !== undefined && one !== '')
        .map((one) => [name, String(one)]),
    ),
  ).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new CallFailure(ownProblem('client.unreachable', 0, common.unreachable, url), cause);
  }
}

/** The problem of an answer; one of our own when something between us and the server answered. */
async function problemOf(response: Response): Promise<ProblemBody> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (isProblem) return (await response.json()) as ProblemBody;
  return ownProblem(
    'client.unexpected-answer',
    response.status,
    common.unexpected(response.status),
    response.url,
  );
}

type OwnWords = { readonly title: string; readonly detail: string };

const ownProblem = (code: string, status: number, words: OwnWords, instance: string): ProblemBody => ({
  type: `urn:latchkey:problem:${code}`,
  code,
  status,
  ...words,
  instance,
  traceId: '',
});
