import { createCustomDataForm, listCustomDataForms } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { formSearch, formsSearch } from './forms-search.ts';

/** The screens of Custom Forms. */
export const formRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/forms',
    staticData: { needs: listCustomDataForms },
    validateSearch: formsSearch.parse,
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
    validateSearch: formSearch.parse,
    component: lazyRouteComponent(() => import('./form-screen.tsx'), 'FormScreen'),
  }),
] as const;
