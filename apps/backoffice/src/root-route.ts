import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';

/** Above every screen, signed in or not. */
export const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({});
