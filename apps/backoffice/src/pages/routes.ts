import { createCustomPage, listCustomPages } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { namedSearch, versionSearch } from '../kit/versions/use-named-search.ts';
import { shellRoute } from '../shell/shell-route.ts';

/** The screens of Custom Pages. */
export const pageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/pages',
    staticData: { needs: listCustomPages },
    validateSearch: namedSearch.parse,
    component: lazyRouteComponent(() => import('./pages-screen.tsx'), 'PagesScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/pages/new',
    staticData: { needs: createCustomPage },
    component: lazyRouteComponent(() => import('./new-page-screen.tsx'), 'NewPageScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/pages/$name',
    staticData: { needs: listCustomPages },
    validateSearch: versionSearch.parse,
    component: lazyRouteComponent(() => import('./page-screen.tsx'), 'PageScreen'),
  }),
] as const;
