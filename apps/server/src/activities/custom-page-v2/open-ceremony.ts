import type { CeremonyRequest, PageRefusal } from '@latchkey/journey';
import { Problem } from '@latchkey/kernel';
import type { RecordRefusal } from '../../pages/record-refusal.ts';
import type { NameRegistration } from '../../passkeys/name-registration.ts';
import type { RestartPasskeyRegistration } from '../../passkeys/restart-passkey-registration.ts';
import {
  addRegistration,
  type ClientRequest,
  changeRegistration,
  currentRegistration,
  registrationKeysOf,
} from '../../processes/session-data/passkey-registrations.ts';
import type { SessionData } from '../../processes/session-data/session-data.ts';
import type { Run } from '../define-activity.ts';

export type PageCeremonyNeeds = {
  readonly nameRegistration: NameRegistration;
  readonly restartPasskeyRegistration: RestartPasskeyRegistration;
  readonly recordRefusal: RecordRefusal;
};

/** The options for the prompt, or the name of the DOMException with which the page's `create()` fails. */
export type OpenedCeremony =
  | { readonly data: SessionData; readonly key: string; readonly clientRequest: ClientRequest }
  | { readonly errorName: string };

const errorNames: Readonly<Partial<Record<PageRefusal, string>>> = { 'other-relying-party': 'SecurityError' };

/**
 * Opens the ceremony for which a page called `create()`. The challenge that the page holds finds a registration that
 * this instance started; the options are the server's own, with the names that the page gave. A session that is over
 * gets a successor. Whatever does not fit is refused and audited.
 */
export async function openCeremony(
  needs: PageCeremonyNeeds,
  run: Run,
  asked: CeremonyRequest,
): Promise<OpenedCeremony> {
  const refused = async (reason: PageRefusal): Promise<OpenedCeremony> => {
    await needs.recordRefusal(run.sql, run.actor, { reason, task: run.token, about: asked.rpId ?? '' });
    return { errorName: errorNames[reason] ?? 'NotAllowedError' };
  };
  const { rpId, challenge } = asked;
  const isOurs = (request: ClientRequest) => rpId === undefined || request.rp.id === rpId;
  if (registrationKeysOf(run.data, isOurs).length === 0) return refused('other-relying-party');
  const [key] = registrationKeysOf(run.data, (request) => isOurs(request) && request.challenge === challenge);
  if (key === undefined) return refused('unknown-challenge');
  try {
    return await started(needs, { run, key, asked });
  } catch (error) {
    // The registration of another page, made by now: no ceremony for it, and no failure of this task.
    if (error instanceof Problem && error.code.startsWith('passkey.')) return refused('registration-over');
    throw error;
  }
}

type Place = { readonly run: Run; readonly key: string; readonly asked: CeremonyRequest };

async function started(needs: PageCeremonyNeeds, { run, key, asked }: Place): Promise<OpenedCeremony> {
  const record = currentRegistration(run.data, key);
  const { sessionId = '', clientRequest: before } = record?.startPasskeyRegistrationResponse ?? {};
  const address = { sessionId, challenge: before?.challenge ?? '', instanceId: run.instance.id };
  const names = namesOf(asked);
  const going = await pendingOrNothing(() => needs.nameRegistration(run.sql, run.actor, address, names));
  if (going !== undefined) {
    const startPasskeyRegistrationResponse = { sessionId, clientRequest: going };
    const data = changeRegistration(run.data, key, { startPasskeyRegistrationResponse, promptedAt: run.now });
    return { data, key, clientRequest: going };
  }
  const next = await needs.restartPasskeyRegistration(run.sql, run.actor, address);
  const renewed = {
    sessionId: next.sessionId,
    challenge: next.clientRequest.challenge,
    instanceId: run.instance.id,
  };
  const clientRequest = await needs.nameRegistration(run.sql, run.actor, renewed, names);
  const data = addRegistration(run.data, key, {
    userId: record?.userId ?? '',
    storeName: record?.storeName ?? '',
    startPasskeyRegistrationResponse: { sessionId: next.sessionId, clientRequest },
    promptedAt: run.now,
  });
  return { data, key, clientRequest };
}

const over: readonly string[] = ['passkey.session-used', 'passkey.session-expired'];

async function pendingOrNothing(name: () => Promise<ClientRequest>): Promise<ClientRequest | undefined> {
  try {
    return await name();
  } catch (error) {
    if (error instanceof Problem && over.includes(error.code)) return undefined;
    throw error;
  }
}

const namesOf = ({ userName, userDisplayName }: CeremonyRequest) => ({
  ...(userName !== undefined && { userName }),
  ...(userDisplayName !== undefined && { userDisplayName }),
});
