import { activityRoutes } from './activities.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { auditRoutes } from './audit.ts';
import { authenticatorRoutes } from './authenticators.ts';
import { customPageRoutes } from './custom-page-routes.ts';
import { embeddingRoutes } from './embedding.ts';
import { formRoutes } from './forms.ts';
import { oauthRoutes } from './oauth.ts';
import { operatorPasskeyRoutes } from './operator-passkeys.ts';
import { operatorSignInRoutes } from './operator-sign-in.ts';
import { operatorRoutes } from './operators.ts';
import { passkeyAuthenticationRoutes } from './passkey-authentications.ts';
import { passkeyRegistrationRoutes } from './passkey-registrations.ts';
import { passkeyRoutes } from './passkeys.ts';
import { policyTrialRoutes } from './policy-trials.ts';
import { processDefinitionTagRoutes } from './process-definition-tags.ts';
import { processDefinitionRoutes } from './process-definitions.ts';
import { processFunnelRoutes } from './process-funnel.ts';
import { processInstanceRoutes } from './process-instances.ts';
import { processRetentionRoutes } from './process-retention.ts';
import { processTokenRoutes } from './process-tokens.ts';
import { registrationPolicyRoutes } from './registration-policies.ts';
import { relyingPartyRoutes } from './relying-parties.ts';
import type { Route } from './route.ts';
import { storeRoutes } from './stores.ts';
import { tenantRoutes } from './tenants.ts';
import { testRunRoutes } from './test-runs.ts';
import { textRoutes } from './texts.ts';
import { themeChoiceRoutes } from './theme-choices.ts';
import { themeRoutes } from './themes.ts';
import { userRoutes } from './user-routes.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every route of the API: the one place. */
export const routes: readonly Route[] = Object.freeze([
  ...storeRoutes,
  ...userRoutes,
  ...relyingPartyRoutes,
  ...registrationPolicyRoutes,
  ...policyTrialRoutes,
  ...passkeyAuthenticationRoutes,
  ...passkeyRegistrationRoutes,
  ...passkeyRoutes,
  ...authenticatorRoutes,
  ...apiKeyRoutes,
  ...oauthRoutes,
  ...auditRoutes,
  ...formRoutes,
  ...customPageRoutes,
  ...themeRoutes,
  ...themeChoiceRoutes,
  ...textRoutes,
  ...embeddingRoutes,
  ...processDefinitionRoutes,
  ...processDefinitionTagRoutes,
  ...processRetentionRoutes,
  ...activityRoutes,
  ...processTokenRoutes,
  ...processInstanceRoutes,
  ...processFunnelRoutes,
  ...testRunRoutes,
  ...operatorSignInRoutes,
  ...operatorRoutes,
  ...operatorPasskeyRoutes,
  ...tenantRoutes,
  ...webhookRoutes,
]);
