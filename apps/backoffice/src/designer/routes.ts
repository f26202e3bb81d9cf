import { createProcessDefinition, listProcessDefinitions } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { designerSearch } from './designer-search.ts';

/** The screens of the Process Designer. */
export const designerRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/designer/new',
    staticData: { needs: createProcessDefinition },
    component: lazyRouteComponent(
      () => import('./templates/new-definition-screen.tsx'),
      'NewDefinitionScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/designer/$name',
    staticData: { needs: listProcessDefinitions },
    validateSearch: designerSearch,
    component: lazyRouteComponent(() => import('./designer-screen.tsx'), 'DesignerScreen'),
  }),
] as const;
