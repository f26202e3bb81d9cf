import { createWebhook, getWebhook, listWebhooks } from '@latchkey/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { deliveriesSearch } from './deliveries-search.ts';

export const deliveryRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks',
    staticData: { needs: listWebhooks },
    validateSearch: deliveriesSearch.parse,
    component: lazyRouteComponent(() => import('./webhooks-screen.tsx'), 'WebhooksScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks/new',
    staticData: { needs: createWebhook },
    component: lazyRouteComponent(() => import('./new-webhook-screen.tsx'), 'NewWebhookScreen'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/webhooks/$webhookId',
    staticData: { needs: getWebhook },
    component: lazyRouteComponent(() => import('./webhook-screen.tsx'), 'WebhookScreen'),
  }),
] as const;
