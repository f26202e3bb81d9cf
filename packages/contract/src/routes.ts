import { apiKeyRoutes } from './api-keys.ts';
import { auditRoutes } from './audit.ts';
import { oauthRoutes } from './oauth.ts';
import { passkeyRegistrationRoutes } from './passkey-registrations.ts';
import { passkeyRoutes } from './passkeys.ts';
import { registrationPolicyRoutes } from './registration-policies.ts';
import { relyingPartyRoutes } from './relying-parties.ts';
import type { Route } from './route.ts';
import { storeRoutes } from './stores.ts';
import { userRoutes } from './user-routes.ts';

/** Every route of the API: the one place. */
export const routes: readonly Route[] = Object.freeze([
  ...storeRoutes,
  ...userRoutes,
  ...relyingPartyRoutes,
  ...registrationPolicyRoutes,
  ...passkeyRegistrationRoutes,
  ...passkeyRoutes,
  ...apiKeyRoutes,
  ...oauthRoutes,
  ...auditRoutes,
]);
