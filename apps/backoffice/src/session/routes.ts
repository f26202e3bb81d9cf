import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { defineSearch, textField } from '../kit/list/search-fields.ts';
import { rootRoute } from '../root-route.ts';

/** Where sign-in leads afterwards. */
export const signInSearch = defineSearch({ from: textField });

/** The screens for people who are not signed in. */
export const sessionRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: signInSearch.parse,
    component: lazyRouteComponent(() => import('./sign-in-screen.tsx'), 'SignInScreen'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./set-up-screen.tsx'), 'SetUpScreen'),
  }),
] as const;
