import type { Route, RouteOutput } from '@latchkey/contract';
import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
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

/** Reads one route; the last answer stays while filters or the page change. */
export const useRead = <const R extends Route>(
  route: R,
  input: CallInput<R>,
  settings: ReadSettings = {},
): UseQueryResult<RouteOutput<R>> =>
  useQuery({
    ...readOptions(route, input),
    placeholderData: keepPreviousData,
    ...settings,
  }) as UseQueryResult<RouteOutput<R>>;
