import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, problemIn } from './call-failure.ts';

/** The cache of answers. `whenSignedOut` is called for every call that nobody was signed in for. */
export function openQueryClient(whenSignedOut: () => void): QueryClient {
  const watch = { onError: (failure: unknown) => void (isSignedOut(failure) && whenSignedOut()) };
  return new QueryClient({
    queryCache: new QueryCache(watch),
    mutationCache: new MutationCache(watch),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: mayRetry, refetchOnWindowFocus: true },
    },
  });
}

/** Only what may pass by itself: no connection, or a server that says so. */
const mayRetry = (failures: number, failure: unknown): boolean =>
  failures < 2 && [0, 502, 503, 504].includes(problemIn(failure).status) && isOfTheNetwork(failure);

const isOfTheNetwork = (failure: unknown): boolean => problemIn(failure).code !== 'client.fault';
