import { openQueryClient } from './api/query-client.ts';
import { openRouter } from './router.ts';
import { signInAgain } from './session/sign-in-again.ts';

/** The cache and the router of one opened Backoffice. */
export function openBackoffice() {
  const queryClient = openQueryClient(() => signInAgain(router, queryClient));
  const router = openRouter(queryClient);
  return { queryClient, router };
}
