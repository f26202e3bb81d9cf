import type { ActivityManifest } from '@latchkey/bpmn';
import type { Database, Sql } from '../db/sql.ts';
import type { PresentView } from '../journeys/present-view.ts';
import type { CompletePasskeyRegistration } from '../passkeys/complete-passkey-registration.ts';
import type { StartPasskeyRegistration } from '../passkeys/start-passkey-registration.ts';
import type { MoveNeeds } from '../processes/move-instance.ts';
import type { createRegistrationPolicy } from '../relying-parties/create-registration-policy.ts';
import type { AddUser } from '../users/add-user.ts';

/** An instance as its page knows it. */
export type Journey = Parameters<PresentView>[0];

/** What test runs are made of: the engine's own shell, activities and pages, as every journey has them. */
export type TestRunNeeds = MoveNeeds & {
  readonly database: Database;
  readonly manifests: readonly ActivityManifest[];
  readonly presentView: PresentView;
  readonly findJourney: (sql: Sql, id: string) => Promise<Journey | undefined>;
  readonly addUser: AddUser;
  readonly startPasskeyRegistration: StartPasskeyRegistration;
  readonly completePasskeyRegistration: CompletePasskeyRegistration;
  readonly createRegistrationPolicy: ReturnType<typeof createRegistrationPolicy>;
  readonly publicUrl: () => string;
  /** The sentence of a problem code. */
  readonly titleOf: (code: string) => string;
};
