import { apiKeyRoutes } from './api-keys/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { authenticatorRoutes } from './authenticators/routes.ts';
import { deliveryRoutes } from './deliveries/routes.ts';
import { designerRoutes } from './designer/routes.ts';
import { embeddingRoutes } from './embedding/routes.ts';
import { formRoutes } from './forms/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { operatorRoutes } from './operators/routes.ts';
import { pageRoutes } from './pages/routes.ts';
import { processRoutes } from './processes/routes.ts';
import { relyingPartyRoutes } from './relying-parties/routes.ts';
import { rootRoute } from './root-route.ts';
import { sessionRoutes } from './session/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { notFoundRoute } from './shell/not-found-route.ts';
import { shellRoute } from './shell/shell-route.ts';
import { storeRoutes } from './stores/routes.ts';
import { textRoutes } from './texts/routes.ts';
import { themeRoutes } from './themes/routes.ts';
import { userRoutes } from './users/routes.ts';

/** Every screen: the one place in which an area joins. */
export const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  shellRoute.addChildren([
    ...homeRoutes,
    ...processRoutes,
    ...formRoutes,
    ...pageRoutes,
    ...themeRoutes,
    ...textRoutes,
    ...embeddingRoutes,
    ...designerRoutes,
    ...storeRoutes,
    ...userRoutes,
    ...relyingPartyRoutes,
    ...authenticatorRoutes,
    ...deliveryRoutes,
    ...apiKeyRoutes,
    ...operatorRoutes,
    ...auditRoutes,
    ...settingsRoutes,
    notFoundRoute,
  ]),
]);
