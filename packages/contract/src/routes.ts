import { apiKeyRoutes } from './api-keys.ts';
import { auditRoutes } from './audit.ts';
import { oauthRoutes } from './oauth.ts';
import type { Route } from './route.ts';
import { storeRoutes } from './stores.ts';
import { userRoutes } from './user-routes.ts';

/** Every route of the API: the one place. */
export const routes: readonly Route[] = Object.freeze([
  ...storeRoutes,
  ...userRoutes,
  ...apiKeyRoutes,
  ...oauthRoutes,
  ...auditRoutes,
]);
