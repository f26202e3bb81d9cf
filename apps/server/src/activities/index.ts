import { addUser } from './add-user/index.ts';
import { completePasskeyAuthentication } from './complete-passkey-authentication/index.ts';
import { completePasskeyRegistration } from './complete-passkey-registration/index.ts';
import { customDataForm } from './custom-data-form/index.ts';
import { customPageV2 } from './custom-page-v2/index.ts';
import type { Activity } from './define-activity.ts';
import { getUser } from './get-user/index.ts';
import { passkeyAuthenticationForm } from './passkey-authentication-form/index.ts';
import { passkeyRegistrationForm } from './passkey-registration-form/index.ts';
import { simpleDecider } from './simple-decider/index.ts';
import { startPasskeyAuthentication } from './start-passkey-authentication/index.ts';
import { startPasskeyRegistration } from './start-passkey-registration/index.ts';
import { updateUser } from './update-user/index.ts';

/** What a process can do: the one list. */
const makers = [
  addUser,
  getUser,
  updateUser,
  startPasskeyRegistration,
  passkeyRegistrationForm,
  completePasskeyRegistration,
  startPasskeyAuthentication,
  passkeyAuthenticationForm,
  completePasskeyAuthentication,
  customDataForm,
  customPageV2,
  simpleDecider,
] as const;

type Maker = (typeof makers)[number];
type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The use cases that the activities drive. */
export type ActivityNeeds = UnionToIntersection<NonNullable<Parameters<Maker>[0]>>;

/** Every activity, over the use cases that it drives. */
export const activities = (needs: ActivityNeeds): readonly Activity[] =>
  makers.map((make) => (make as (needs: ActivityNeeds) => unknown)(needs) as Activity);
