import { createTheme, listThemes } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { themeSearch, themesSearch } from './themes-search.ts';

/** The screens of themes. */
export const themeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/themes',
    staticData: { needs: listThemes },
    validateSearch: themesSearch.parse,
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
    validateSearch: themeSearch.parse,
    component: lazyRouteComponent(() => import('./theme-screen.tsx'), 'ThemeScreen'),
  }),
] as const;
