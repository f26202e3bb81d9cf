import { listTexts } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { textsSearch } from './texts-search.ts';

/** The screen of texts. */
export const textRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/texts',
    staticData: { needs: listTexts },
    validateSearch: textsSearch.parse,
    component: lazyRouteComponent(() => import('./texts-screen.tsx'), 'TextsScreen'),
  }),
] as const;
