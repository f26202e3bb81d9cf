import type { Route, RouteOutput } from '@latchkey/contract';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { withFreshSignIn } from '../session/fresh-sign-in.ts';
import { type CallInput, call } from './call.ts';
import { queryKeys } from './query-keys.ts';

type WriteSettings<R extends Route> = {
  /** Further subjects whose answers it changes; the route's own is always among them. */
  readonly alsoChanges?: readonly string[];
  readonly onDone?: (output: RouteOutput<R>, input: CallInput<R>) => void;
};

/** Writes by one route, after a fresh sign-in where it needs one, then lets every screen read its subject anew. `mutate` or `mutateAsync` with the input. */
export function useWrite<const R extends Route>(
  route: R,
  { alsoChanges = [], onDone }: WriteSettings<R> = {},
): UseMutationResult<RouteOutput<R>, unknown, CallInput<R>> {
  const client = useQueryClient();
  return useMutation<RouteOutput<R>, unknown, CallInput<R>>({
    mutationKey: [route.tag, route.id],
    mutationFn: (input) => withFreshSignIn(() => call(route, input)),
    onSuccess: async (output, input) => {
      onDone?.(output, input);
      await Promise.all(
        [route.tag, ...alsoChanges].map((tag) =>
          client.invalidateQueries({ queryKey: queryKeys.subject(tag) }),
        ),
      );
    },
  });
}
