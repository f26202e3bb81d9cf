import { definitionProblems as diagramProblems } from '@latchkey/bpmn';
import type { Failures } from '@latchkey/contract';
import { expressionProblems } from '@latchkey/expressions';
import { formProblems } from '@latchkey/forms';
import { passkeyProblems } from '@latchkey/passkeys';
import { accessProblems } from './access/access-problems.ts';
import { apiKeyProblems } from './access/api-key.ts';
import { oauthProblems } from './access/client-authentication.ts';
import { activityProblems } from './activities/activity-problems.ts';
import { auditProblems } from './audit/audit.http.ts';
import { databaseProblems } from './db/database-problems.ts';
import { egressProblems } from './egress/egress-problems.ts';
import { embeddingProblems } from './embedding/manage-embedding.ts';
import { formVersionProblems } from './forms/form-problems.ts';
import { requestProblems } from './http/request-problems.ts';
import { journeyProblems } from './journeys/journey-problems.ts';
import { limitProblems } from './limits/limit-problems.ts';
import { operatorProblems } from './operators/operator.ts';
import { pageProblems } from './pages/page-problems.ts';
import { authenticationProblems } from './passkey-authentications/authentication-problems.ts';
import { passkeyRecordProblems } from './passkeys/passkey.ts';
import { registrationProblems } from './passkeys/registration-problems.ts';
import { tagProblems } from './processes/definition-tag.ts';
import { momentProblems } from './processes/moment.ts';
import { definitionProblems } from './processes/process-definition.ts';
import { instanceProblems } from './processes/process-instance.ts';
import { tokenProblems } from './processes/process-token.ts';
import { registrationPolicyProblems } from './relying-parties/registration-policy.ts';
import { relyingPartyProblems } from './relying-parties/relying-party.ts';
import { vaultProblems } from './secrets/vault.ts';
import { storeProblems } from './stores/store.ts';
import { tenantProblems } from './tenants/tenant.ts';
import { testRunProblems } from './test-runs/test-run.ts';
import { textProblems } from './texts/text-problems.ts';
import { themeProblems } from './themes/theme-problems.ts';
import { trustAnchorProblems } from './trust/trust-anchor.ts';
import { trustSourceProblems } from './trust/trust-source-problems.ts';
import { userProblems } from './users/user.ts';
import { webhookProblems } from './webhooks/webhook.ts';

/** Every problem that a client of the API or the author of a process can meet, from the tables beside the subjects. */
export const composeFailures: Failures = Object.freeze({
  ...requestProblems.kinds,
  ...accessProblems.kinds,
  ...oauthProblems.kinds,
  ...apiKeyProblems.kinds,
  ...storeProblems.kinds,
  ...userProblems.kinds,
  ...relyingPartyProblems.kinds,
  ...registrationPolicyProblems.kinds,
  ...registrationProblems.kinds,
  ...passkeyProblems.kinds,
  ...authenticationProblems.kinds,
  ...passkeyRecordProblems.kinds,
  ...trustAnchorProblems.kinds,
  ...trustSourceProblems.kinds,
  ...formVersionProblems.kinds,
  ...formProblems.kinds,
  ...pageProblems.kinds,
  ...themeProblems.kinds,
  ...textProblems.kinds,
  ...embeddingProblems.kinds,
  ...definitionProblems.kinds,
  ...tagProblems.kinds,
  ...diagramProblems.kinds,
  ...tokenProblems.kinds,
  ...instanceProblems.kinds,
  ...testRunProblems.kinds,
  ...activityProblems.kinds,
  ...expressionProblems.kinds,
  ...momentProblems.kinds,
  ...journeyProblems.kinds,
  ...auditProblems.kinds,
  ...operatorProblems.kinds,
  ...vaultProblems.kinds,
  ...limitProblems.kinds,
  ...tenantProblems.kinds,
  ...webhookProblems.kinds,
  ...egressProblems.kinds,
  ...databaseProblems.kinds,
});
