import {
  createProcessToken,
  getProcessInstance,
  getProcessToken,
  listProcessDefinitions,
  listProcessInstances,
  listProcessTokens,
  reviewProcessInstance,
} from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { definitionSearch, definitionsSearch } from './definitions/definitions-search.ts';
import { instancesSearch } from './instances/instances-search.ts';
import { reviewsSearch } from './reviews/reviews-search.ts';
import { newTokenSearch, tokensSearch } from './tokens/tokens-search.ts';

/** The screens of definitions, tokens and instances. */
export const processRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/definitions',
    staticData: { needs: listProcessDefinitions },
    validateSearch: definitionsSearch.parse,
    component: lazyRouteComponent(() => import('./definitions/definitions-screen.tsx'), 'DefinitionsScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/definitions/$name',
    staticData: { needs: listProcessDefinitions },
    validateSearch: definitionSearch.parse,
    component: lazyRouteComponent(() => import('./definitions/definition-screen.tsx'), 'DefinitionScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tokens',
    staticData: { needs: listProcessTokens },
    validateSearch: tokensSearch.parse,
    component: lazyRouteComponent(() => import('./tokens/tokens-screen.tsx'), 'TokensScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tokens/new',
    staticData: { needs: createProcessToken },
    validateSearch: newTokenSearch.parse,
    component: lazyRouteComponent(() => import('./tokens/new-token-screen.tsx'), 'NewTokenScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/tokens/$id',
    staticData: { needs: getProcessToken },
    component: lazyRouteComponent(() => import('./tokens/token-screen.tsx'), 'TokenScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/instances',
    staticData: { needs: listProcessInstances },
    validateSearch: instancesSearch.parse,
    component: lazyRouteComponent(() => import('./instances/instances-screen.tsx'), 'InstancesScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/instances/$id',
    staticData: { needs: getProcessInstance },
    component: lazyRouteComponent(() => import('./instances/instance-screen.tsx'), 'InstanceScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/reviews',
    staticData: { needs: reviewProcessInstance },
    validateSearch: reviewsSearch.parse,
    component: lazyRouteComponent(() => import('./reviews/reviews-screen.tsx'), 'ReviewsScreen'),
  }),
] as const;
