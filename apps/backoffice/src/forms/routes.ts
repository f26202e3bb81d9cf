import { createCustomDataForm, listCustomDataForms } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { namedSearch, versionSearch } from '../kit/versions/use-named-search.ts';
import { shellRoute } from '../shell/shell-route.ts';

/** The screens of Custom Forms. */
export const formRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/forms',
    staticData: { needs: listCustomDataForms },
    validateSearch: namedSearch.parse,
    component: lazyRouteComponent(() => import('./forms-screen.tsx'), 'FormsScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/forms/new',
    staticData: { needs: createCustomDataForm },
    component: lazyRouteComponent(() => import('./new-form-screen.tsx'), 'NewFormScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/forms/$name',
    staticData: { needs: listCustomDataForms },
    validateSearch: versionSearch.parse,
    component: lazyRouteComponent(() => import('./form-screen.tsx'), 'FormScreen'),
  }),
] as const;
