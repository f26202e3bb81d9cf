import { Problem } from '@latchkey/kernel';
import type { NameRegistration } from '../../passkeys/name-registration.ts';
import { registrationProblems } from '../../passkeys/registration-problems.ts';
import type { RestartPasskeyRegistration } from '../../passkeys/restart-passkey-registration.ts';
import {
  addRegistration,
  type ClientRequest,
  changeRegistration,
  currentRegistration,
  type PasskeyRegistrationRecord,
} from '../../processes/session-data/passkey-registrations.ts';
import type { Outcome, Run } from '../define-activity.ts';
import { kept, type TaskForm } from '../form-activity.ts';

export type CeremonyNeeds = {
  readonly nameRegistration: NameRegistration;
  readonly restartPasskeyRegistration: RestartPasskeyRegistration;
};

/** A valid form, ready for the prompt. */
export type Entered = {
  readonly form: TaskForm;
  readonly key: string;
  readonly run: Run;
  readonly values: Readonly<Record<string, unknown>>;
};

type Response = PasskeyRegistrationRecord['startPasskeyRegistrationResponse'];

/**
 * Keeps what was entered, names the user in the ceremony by it, and answers the options for the browser's prompt.
 * A session that is over gets a successor: a new attempt of the same registration.
 */
export async function prepareCeremony(needs: CeremonyNeeds, entered: Entered): Promise<Outcome> {
  const { form, key, run, values } = entered;
  const data = kept(form, values, run);
  const record = currentRegistration(data, key);
  if (record === undefined) throw registrationProblems.create('passkey.session-not-found');
  const old = record.startPasskeyRegistrationResponse;
  const going = record.browserOutcome === undefined ? await namedIfPending(needs, entered, old) : undefined;
  if (going !== undefined) {
    const startPasskeyRegistrationResponse = {
      ...old,
      clientRequest: withoutTransientNames(form, going, old),
    };
    const change = { startPasskeyRegistrationResponse, promptedAt: run.now };
    return answered(changeRegistration(data, key, change), going);
  }
  const renewed = await renewal(needs, entered, old.sessionId);
  const { userId, storeName } = record;
  const clientRequest = withoutTransientNames(form, renewed.clientRequest, old);
  const startPasskeyRegistrationResponse = { ...renewed, clientRequest };
  const next = { userId, storeName, startPasskeyRegistrationResponse, promptedAt: run.now };
  return answered(addRegistration(data, key, next), renewed.clientRequest);
}

const over: readonly string[] = ['passkey.session-used', 'passkey.session-expired'];

/** The options of the session with the names that were entered; `undefined` when it is over. */
async function namedIfPending(needs: CeremonyNeeds, entered: Entered, started: Response) {
  try {
    return await named(needs, entered, started);
  } catch (error) {
    if (error instanceof Problem && over.includes(error.code)) return undefined;
    throw error;
  }
}

async function renewal(needs: CeremonyNeeds, entered: Entered, old: string): Promise<Response> {
  const { sql, actor, instance } = entered.run;
  const address = { sessionId: old, instanceId: instance.id };
  const started = await needs.restartPasskeyRegistration(sql, actor, address);
  return { ...started, clientRequest: await named(needs, entered, started) };
}

/** The fields `userName` and `displayName` name the user in the ceremony. */
function named(
  needs: CeremonyNeeds,
  { run, values }: Entered,
  { sessionId, clientRequest: { challenge } }: Response,
): Promise<ClientRequest> {
  const { userName, displayName } = values;
  return needs.nameRegistration(
    run.sql,
    run.actor,
    { sessionId, challenge, instanceId: run.instance.id },
    {
      ...(typeof userName === 'string' && { userName }),
      ...(typeof displayName === 'string' && { userDisplayName: displayName }),
    },
  );
}

/** The options as the session data keeps them: a name from a transient field stays what it was before. */
function withoutTransientNames({ document }: TaskForm, options: ClientRequest, { clientRequest }: Response) {
  const isTransient = (id: string) =>
    document.components.some((component) => component.id === id && component.transient === true);
  const [user, before] = [options.user, clientRequest.user];
  return {
    ...options,
    user: {
      ...user,
      name: isTransient('userName') ? before.name : user.name,
      displayName: isTransient('displayName') ? before.displayName : user.displayName,
    },
  };
}

const answered = (data: Run['data'], clientRequest: ClientRequest): Outcome => ({
  kind: 'answered',
  data,
  answer: { kind: 'options', clientRequest },
});
