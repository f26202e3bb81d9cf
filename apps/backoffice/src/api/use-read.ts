import type { Route, RouteOutput } from '@latchkey/contract';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type CallInput, call } from './call.ts';
import { queryKeys } from './query-keys.ts';

/** A read as TanStack Query wants it; for `ensureQueryData` and `useQueries`. */
export const readOptions = <const R extends Route>(route: R, input: CallInput<R>) =>
  queryOptions({
    queryKey: queryKeys.answer(route, input),
    queryFn: ({ signal }) => call(route, input, signal),
  });

type ReadSettings = {
  /** Waits with the call until true. */
  readonly enabled?: boolean;
  /** Asks again every so many milliseconds while the page is seen. */
  readonly refetchInterval?: number | false;
};

/** Reads one route; while filters or the page change, the last answer about the same thing stays. */
export const useRead = <const R extends Route>(
  route: R,
  input: CallInput<R>,
  settings: ReadSettings = {},
): UseQueryResult<RouteOutput<R>> =>
  useQuery({
    ...readOptions(route, input),
    placeholderData: (last, query) => (isAboutTheSame(query?.queryKey[2], input) ? last : undefined),
    ...settings,
  }) as UseQueryResult<RouteOutput<R>>;

/** Another user's data must never stand under this one's address, however briefly. */
const isAboutTheSame = (before: unknown, now: unknown): boolean =>
  JSON.stringify((before as Input | undefined)?.params) === JSON.stringify((now as Input).params);

type Input = { readonly params?: unknown };
