import { newId } from '@latchkey/kernel';
import type { SoftAuthenticatorOptions } from '@latchkey/passkeys/soft-authenticator';
import { chain, diagram, type Element, endEvent, flow, onError, startEvent, task } from './diagram.ts';
import { readerOf } from './journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken, publicOrigin } from './journey-world.ts';
import { type Person, person, type Standing } from './person.ts';

type Parameters = Readonly<Record<string, string>>;
type Listed = {
  readonly id: string;
  readonly name: string;
  readonly signCount: number;
  readonly backedUp: boolean;
  readonly lastUsedDtm?: string;
};
type AuditRecord = {
  readonly action: string;
  readonly code?: string;
  readonly facts: Record<string, unknown>;
};

export const store = { storeName: 'demoStore' };
const party = { ...store, relyingPartyId: 'localhost' };

/** The steps of a journey in which somebody signs in and gets another passkey. */
export const steps = {
  startSignIn: (more: Parameters = {}) =>
    task('StartSignIn', 'startPasskeyAuthentication', { ...party, ...more }),
  signIn: task('SignIn', 'passkeyAuthenticationForm', {
    dataFormName: 'passkeyRetryForm',
    formDataKey: 'signIn',
  }),
  signedIn: task('SignedIn', 'completePasskeyAuthentication'),
  begin: (whom: Parameters = {}) =>
    task('Begin', 'startPasskeyRegistration', { ...party, registrationPolicy: 'passkeyPolicy', ...whom }),
  form: task('Form', 'passkeyRegistrationForm', {
    dataFormName: 'passkeyRegistrationForm',
    formDataKey: 'form1',
  }),
  complete: task('Complete', 'completePasskeyRegistration'),
};

/** Sign in, then register; and the first half alone. */
export const signInAlone = [steps.startSignIn(), steps.signIn, steps.signedIn];
export const addAnother = [...signInAlone, steps.begin(), steps.form, steps.complete];

/** A process in which people sign in, and which ends whatever comes of it. */
export const endingSignIn = diagram(
  startEvent(),
  signInAlone,
  endEvent(),
  chain('StartSignIn', 'SignIn', 'SignedIn'),
  onError('Closed', 'SignedIn', 'passkey.cancelled'),
  flow('Closed', 'ClosedEnd'),
  endEvent('ClosedEnd'),
  onError('Refused', 'SignedIn', 'identity-store.unavailable'),
  flow('Refused', 'RefusedEnd'),
  endEvent('RefusedEnd'),
);

const idOf = (element: Element) => /id="([^"]+)"/.exec(element)?.[1] ?? '';

/** The flags of authenticator data, changed before they are signed. */
export const withFlags = (change: (flags: number) => number) => (bytes: Uint8Array) =>
  bytes.map((byte, index) => (index === 32 ? change(byte) : byte));

export type SignInWorld = ReturnType<typeof signInsIn>;

/** A world of journeys whose people have passkeys. */
export const signInWorld = async (): Promise<SignInWorld> => signInsIn(await journeyWorld());

/** People with passkeys in a world of journeys. */
export function signInsIn(world: JourneyWorld) {
  const reader = readerOf(world);

  /** Deploys the tasks in a row; a refusal of the proof, while starting or at the form, ends at once. */
  async function deployed(...tasks: readonly Element[]): Promise<string> {
    const name = `sign-in ${newId()}`;
    const caught = tasks.map(idOf).filter((id) => ['Begin', 'Form'].includes(id));
    const refused = caught.flatMap((id) => [
      onError(`No${id}`, id, 'passkey.user-unproven'),
      flow(`No${id}`, `Refused${id}`),
      endEvent(`Refused${id}`),
    ]);
    const inARow = chain(...tasks.map(idOf));
    await deploy(world.call, name, diagram(startEvent(), tasks, endEvent(), inARow, refused));
    return name;
  }
  const begun = async (ada: Person, name: string, parameters: object = {}): Promise<Standing> =>
    ada.start({ pt: await newToken(world.call, name, { parameters }) });

  /** A user with one passkey, in the browser that made it. */
  async function registered(device: SoftAuthenticatorOptions = {}) {
    const externalId = `known-${newId()}`;
    const made = steps.begin({ createUser: '${true}', userExternalId: '${_initial.whom}' });
    const name = await deployed(made, steps.form, steps.complete);
    const ada = person(world.server.base, '', 'test', publicOrigin, device);
    await ada.register(await begun(ada, name, { whom: externalId }));
    const { body } = await world.call('GET', `${world.store}/users/${externalId}/ext`);
    return { ada, externalId, id: String(body.id) };
  }

  return {
    ...world,
    reader,
    deployed,
    begun,
    registered,
    passkeysOf: async (id: string) =>
      (await world.call<{ content: Listed[] }>('GET', `${world.store}/users/${id}/passkeys`)).body.content,
    /** The code with which a step failed first. */
    codeOf: async ({ instanceId }: Standing) =>
      (await reader.historyOf(instanceId)).find(({ event }) => event === 'activity-failed')?.error,
    /** Changes rows behind the server's back. */
    change: (text: string, ...values: unknown[]) =>
      world.owner.change({ name: `test.${newId()}`, text }, values),
    proofsOf: ({ instanceId }: Standing) =>
      world.owner.rows<{ kind: string; user: string }>(
        {
          name: 'test.proofs',
          text: 'select kind, user_id as "user" from user_proofs where instance_id = $1',
        },
        [instanceId],
      ),
    /** The current attempt in the session data. */
    attemptOf: async ({ instanceId }: Standing) =>
      (await reader.dataOf(instanceId))._identityStore.passkeys.authentications.passkeyAuth1
        .currentPasskeyAuthenticationRecord,
    auditOf: async ({ instanceId }: Standing) =>
      (
        await world.call<{ content: AuditRecord[] }>(
          'GET',
          `/api/audit?instanceId=${instanceId}&size=100&sort=at,asc`,
        )
      ).body.content.filter(({ action }) => action.startsWith('passkey-authentication')),
  };
}
