import { getEmbedding } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';

/** The screen of embedding. */
export const embeddingRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/embedding',
    staticData: { needs: getEmbedding },
    component: lazyRouteComponent(() => import('./embedding-screen.tsx'), 'EmbeddingScreen'),
  }),
] as const;
