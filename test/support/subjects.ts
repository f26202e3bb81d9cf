import { randomBytes } from 'node:crypto';
import type { Clock, NewId } from '@latchkey/kernel';
import { apiKeysHttp } from '../../apps/server/src/access/api-keys.http.ts';
import { oauthHttp } from '../../apps/server/src/access/oauth.http.ts';
import type { Access } from '../../apps/server/src/access/open-access.ts';
import { activitiesHttp } from '../../apps/server/src/activities/activities.http.ts';
import { activityManifest } from '../../apps/server/src/activities/activity-manifest.ts';
import { findActivity } from '../../apps/server/src/activities/find-activity.ts';
import { activities } from '../../apps/server/src/activities/index.ts';
import { auditHttp } from '../../apps/server/src/audit/audit.http.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { formsHttp } from '../../apps/server/src/forms/forms.http.ts';
import { readForm } from '../../apps/server/src/forms/read-form.ts';
import type { Bound } from '../../apps/server/src/http/bind.ts';
import { passkeyRegistrationsHttp } from '../../apps/server/src/passkeys/passkey-registrations.http.ts';
import { passkeysHttp } from '../../apps/server/src/passkeys/passkeys.http.ts';
import { registrationUseCases } from '../../apps/server/src/passkeys/registration-use-cases.ts';
import { cancelInstance } from '../../apps/server/src/processes/cancel-instance.ts';
import { compileDefinition } from '../../apps/server/src/processes/compile-definition.ts';
import { moveInstance } from '../../apps/server/src/processes/move-instance.ts';
import { processDefinitionsHttp } from '../../apps/server/src/processes/process-definitions.http.ts';
import { processInstancesHttp } from '../../apps/server/src/processes/process-instances.http.ts';
import { processTokensHttp } from '../../apps/server/src/processes/process-tokens.http.ts';
import { retryInstance } from '../../apps/server/src/processes/retry-instance.ts';
import { createInstance } from '../../apps/server/src/processes/start-instance.ts';
import { registrationPoliciesHttp } from '../../apps/server/src/relying-parties/registration-policies.http.ts';
import { relyingPartiesHttp } from '../../apps/server/src/relying-parties/relying-parties.http.ts';
import { storesHttp } from '../../apps/server/src/stores/stores.http.ts';
import { addUser } from '../../apps/server/src/users/add-user.ts';
import { getUser } from '../../apps/server/src/users/get-user.ts';
import { updateUser } from '../../apps/server/src/users/update-user.ts';
import { usersHttp } from '../../apps/server/src/users/users.http.ts';

/** What the subjects are composed of. */
export type SubjectNeeds = {
  readonly database: Database;
  readonly access: Access;
  readonly newId: NewId;
  readonly now: Clock;
  readonly publicUrl: () => string;
  readonly report: (error: unknown) => void;
};

/** Every subject's routes: the one place in which a subject joins the generated tests. */
export function subjects({ database, access, ...world }: SubjectNeeds): readonly Bound[] {
  const needs = { ...world, sql: database, database };
  const registrations = registrationUseCases({ ...world, randomBytes, publicOrigin: world.publicUrl });
  return [
    ...storesHttp(needs),
    ...usersHttp(needs),
    ...relyingPartiesHttp(needs),
    ...registrationPoliciesHttp(needs),
    ...passkeysHttp(needs),
    ...passkeyRegistrationsHttp({ ...needs, ...registrations }),
    ...auditHttp(needs),
    ...apiKeysHttp({ ...needs, ...access }),
    ...oauthHttp({ ...needs, ...access }),
    ...processes(needs, registrations),
  ];
}

type ProcessNeeds = Omit<SubjectNeeds, 'access'> & { readonly sql: Database };

function processes(
  needs: ProcessNeeds,
  registrations: ReturnType<typeof registrationUseCases>,
): readonly Bound[] {
  const users = { addUser: addUser(needs), getUser, updateUser };
  const list = activities({ ...registrations, ...users, readForm: readForm() });
  const manifests = list.map(activityManifest);
  const readDefinition = compileDefinition(manifests);
  const shell = { ...needs, readDefinition, findActivity: findActivity(list) };
  const move = moveInstance(shell);
  return [
    ...formsHttp(needs),
    ...processDefinitionsHttp({ ...needs, manifests }),
    ...activitiesHttp({ manifests }),
    ...processTokensHttp(needs),
    ...processInstancesHttp({
      ...needs,
      readDefinition,
      createInstance: createInstance(shell),
      cancelInstance: cancelInstance(move),
      retryInstance: retryInstance(move),
    }),
  ];
}
