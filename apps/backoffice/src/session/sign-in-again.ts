import { getOperatorSession } from '@latchkey/contract';
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { queryKeys } from '../api/query-keys.ts';

/** Leads to the sign-in screen, and from there back to where one was. */
export function signInAgain(router: AnyRouter, queryClient: QueryClient): void {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/set-up') return;
  queryClient.removeQueries({ queryKey: queryKeys.subject(getOperatorSession.tag) });
  void router.navigate({ to: '/sign-in', search: { from: href }, replace: true });
}
