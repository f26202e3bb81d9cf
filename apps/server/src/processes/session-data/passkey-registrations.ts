import type { ClientRequest } from '@latchkey/passkeys';
import { addAttempt, replaceLastAttempt } from './attempts.ts';
import { readPath, type SessionData, writePath } from './session-data.ts';

/** One attempt to register a passkey. The user is frozen when it starts; forms cannot change it. */
export type PasskeyRegistrationRecord = {
  readonly userId: string;
  readonly storeName: string;
  readonly startPasskeyRegistrationResponse: {
    readonly clientRequest: ClientRequest;
    readonly sessionId: string;
  };
  /** When the page last got the options and so opened the browser's prompt, in milliseconds. */
  readonly promptedAt?: number;
  /** Families of browser and system, as the browser names itself. */
  readonly browserFamily?: string;
  readonly deviceFamily?: string;
  /** What the browser made of it: a credential, or the word for why there is none. */
  readonly browserOutcome?: 'registered' | string;
  readonly browserErrorName?: string;
  readonly browserElapsedMs?: number;
  readonly passkeyRegistrationBrowserResponse?: unknown;
  readonly completePasskeyRegistrationResponse?: Readonly<Record<string, unknown>>;
  /** The code with which the server refused it. */
  readonly failure?: string;
};

export type { ClientRequest };

type Entry = {
  readonly currentPasskeyRegistrationRecord: PasskeyRegistrationRecord;
  readonly passkeyRegistrationRecords: Readonly<Record<string, PasskeyRegistrationRecord>>;
};

/** Adds a new attempt under its key and makes it the current one; attempts are numbered from "1". */
export function addRegistration(
  data: SessionData,
  key: string,
  record: PasskeyRegistrationRecord,
): SessionData {
  const earlier = entry(data, key)?.passkeyRegistrationRecords ?? {};
  return keep(data, key, record, addAttempt(earlier, record));
}

/** Replaces members of the current attempt. Without one, nothing changes. */
export function changeRegistration(
  data: SessionData,
  key: string,
  change: Partial<PasskeyRegistrationRecord>,
): SessionData {
  const known = entry(data, key);
  if (known === undefined) return data;
  const record = { ...known.currentPasskeyRegistrationRecord, ...change };
  return keep(data, key, record, replaceLastAttempt(known.passkeyRegistrationRecords, record));
}

/** Ends the current attempt with its passkey. The browser's raw answer is dropped: the passkey holds what counts of it. */
export function completeRegistration(
  data: SessionData,
  key: string,
  completePasskeyRegistrationResponse: Readonly<Record<string, unknown>>,
): SessionData {
  const known = entry(data, key);
  if (known === undefined) return data;
  const { passkeyRegistrationBrowserResponse, ...record } = known.currentPasskeyRegistrationRecord;
  const ended = { ...record, completePasskeyRegistrationResponse };
  return keep(data, key, ended, replaceLastAttempt(known.passkeyRegistrationRecords, ended));
}

/** The current attempt under that key. */
export const currentRegistration = (data: SessionData, key: string): PasskeyRegistrationRecord | undefined =>
  entry(data, key)?.currentPasskeyRegistrationRecord;

/** Every current attempt of the instance, whatever its key. */
export const currentRegistrations = (data: SessionData): readonly PasskeyRegistrationRecord[] =>
  Object.values((readPath(data, root) ?? {}) as Readonly<Record<string, Entry>>).map(
    ({ currentPasskeyRegistrationRecord }) => currentPasskeyRegistrationRecord,
  );

/** Whether a passkey came of any registration of this instance. */
export const hasRegistered = (data: SessionData): boolean => completedRegistration(data) !== undefined;

/** A registration of this instance of which a passkey came, if there is one. */
export const completedRegistration = (data: SessionData): PasskeyRegistrationRecord | undefined =>
  currentRegistrations(data).find(
    ({ completePasskeyRegistrationResponse }) => completePasskeyRegistrationResponse !== undefined,
  );

/** The keys of the registrations of which any attempt was started so. */
export const registrationKeysOf = (
  data: SessionData,
  wasStarted: (request: ClientRequest) => boolean,
): readonly string[] =>
  Object.entries((readPath(data, root) ?? {}) as Readonly<Record<string, Entry>>).flatMap(([key, known]) =>
    Object.values(known.passkeyRegistrationRecords).some(({ startPasskeyRegistrationResponse }) =>
      wasStarted(startPasskeyRegistrationResponse.clientRequest),
    )
      ? [key]
      : [],
  );

const root = ['_identityStore', 'passkeys', 'registrations'];

const entry = (data: SessionData, key: string) => readPath(data, [...root, key]) as Entry | undefined;

const keep = (
  data: SessionData,
  key: string,
  currentPasskeyRegistrationRecord: PasskeyRegistrationRecord,
  passkeyRegistrationRecords: Entry['passkeyRegistrationRecords'],
) => writePath(data, [...root, key], { currentPasskeyRegistrationRecord, passkeyRegistrationRecords });
