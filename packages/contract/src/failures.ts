import type { Route } from './route.ts';

/** What a problem code means: its sentence and its HTTP status. */
export type Failure = { readonly title: string; readonly status: number };
/** The failures of an API by code. */
export type Failures = Readonly<Record<string, Failure>>;

const always = [
  'request.malformed',
  'request.invalid',
  'request.timed-out',
  'server.failed',
  'limit.busy',
  'database.unavailable',
  'database.busy',
] as const;
const withBody = [
  'request.malformed-json',
  'request.too-deep',
  'request.too-large',
  'request.unsupported-media-type',
] as const;
const guarded = [
  'access.unauthenticated',
  'access.forbidden',
  'limit.reached',
  'tenant.too-many-requests',
] as const;

/** Codes that no route declares because so many can answer them; `failuresOf` adds them. */
export const commonCodes: readonly string[] = Object.freeze([...always, ...withBody, ...guarded]);

/** Every code that a route can answer, its own first, with status and sentence. Throws on a code that `known` lacks. */
export function failuresOf(route: Route, known: Failures): readonly (readonly [string, Failure])[] {
  const codes = new Set([
    ...route.problems,
    ...(route.permission === 'public' ? [] : guarded),
    ...(route.body ? withBody : []),
    ...always,
  ]);
  return [...codes].map((code) => {
    const failure = known[code];
    if (failure === undefined)
      throw new Error(`${route.id} can answer ${code}, which no table of problems has.`);
    return [code, failure] as const;
  });
}

/** How the statuses of bad input are told apart; part of the description of the API. */
export const statusRule =
  'Bad input is 400 when the request is not as described here: its JSON, a type, a field, a rule between fields. ' +
  'It is 422 when the request is as described, and what it carries cannot be used: a diagram or a form document ' +
  'with faults, or a passkey response that does not pass the ceremony. What belongs to another tenant is 404, as if absent.';
