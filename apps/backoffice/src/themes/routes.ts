import { createTheme, listThemes } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { namedSearch, versionSearch } from '../kit/versions/use-named-search.ts';
import { shellRoute } from '../shell/shell-route.ts';

/** The screens of themes. */
export const themeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/themes',
    staticData: { needs: listThemes },
    validateSearch: namedSearch.parse,
    component: lazyRouteComponent(() => import('./themes-screen.tsx'), 'ThemesScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/themes/new',
    staticData: { needs: createTheme },
    component: lazyRouteComponent(() => import('./new-theme-screen.tsx'), 'NewThemeScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/themes/$name',
    staticData: { needs: listThemes },
    validateSearch: versionSearch.parse,
    component: lazyRouteComponent(() => import('./theme-screen.tsx'), 'ThemeScreen'),
  }),
] as const;
