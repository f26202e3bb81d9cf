import type { AuthenticationRequest } from '@latchkey/passkeys';
import { addAttempt, replaceLastAttempt } from './attempts.ts';
import { readPath, type SessionData, writePath } from './session-data.ts';

/** One attempt to sign in with a passkey. */
export type PasskeyAuthenticationRecord = {
  readonly storeName: string;
  readonly relyingPartyName: string;
  readonly startPasskeyAuthenticationResponse: {
    /** Without the challenge, which belongs to the browser's prompt alone. */
    readonly clientRequest: Omit<AuthenticationRequest, 'challenge'>;
    readonly sessionId: string;
  };
  /** When the page last got the options and so opened the browser's prompt, in milliseconds. */
  readonly promptedAt?: number;
  /** Families of browser and system, as the browser names itself. */
  readonly browserFamily?: string;
  readonly deviceFamily?: string;
  /** What the browser made of it: an assertion, or the word for why there is none. */
  readonly browserOutcome?: 'asserted' | string;
  readonly browserErrorName?: string;
  readonly browserElapsedMs?: number;
  readonly passkeyAuthenticationBrowserResponse?: unknown;
  readonly completePasskeyAuthenticationResponse?: Readonly<Record<string, unknown>>;
  /** The code with which the server refused it. */
  readonly failure?: string;
};

type Entry = {
  readonly currentPasskeyAuthenticationRecord: PasskeyAuthenticationRecord;
  readonly passkeyAuthenticationRecords: Readonly<Record<string, PasskeyAuthenticationRecord>>;
};

/** Adds a new attempt under its key and makes it the current one; attempts are numbered from "1". */
export function addAuthentication(
  data: SessionData,
  key: string,
  record: PasskeyAuthenticationRecord,
): SessionData {
  const earlier = entry(data, key)?.passkeyAuthenticationRecords ?? {};
  return keep(data, key, record, addAttempt(earlier, record));
}

/** Replaces members of the current attempt. Without one, nothing changes. */
export function changeAuthentication(
  data: SessionData,
  key: string,
  change: Partial<PasskeyAuthenticationRecord>,
): SessionData {
  const known = entry(data, key);
  if (known === undefined) return data;
  const record = { ...known.currentPasskeyAuthenticationRecord, ...change };
  return keep(data, key, record, replaceLastAttempt(known.passkeyAuthenticationRecords, record));
}

/** Ends the current attempt, by success or failure. The browser's raw answer has been judged, and is dropped. */
export function endAuthentication(
  data: SessionData,
  key: string,
  end: Pick<PasskeyAuthenticationRecord, 'completePasskeyAuthenticationResponse' | 'failure'>,
): SessionData {
  const known = entry(data, key);
  if (known === undefined) return data;
  const { passkeyAuthenticationBrowserResponse, ...record } = known.currentPasskeyAuthenticationRecord;
  const ended = { ...record, ...end };
  return keep(data, key, ended, replaceLastAttempt(known.passkeyAuthenticationRecords, ended));
}

/** The current attempt under that key. */
export const currentAuthentication = (
  data: SessionData,
  key: string,
): PasskeyAuthenticationRecord | undefined => entry(data, key)?.currentPasskeyAuthenticationRecord;

/** Every current attempt of the instance, whatever its key. */
export const currentAuthentications = (data: SessionData): readonly PasskeyAuthenticationRecord[] =>
  Object.values((readPath(data, root) ?? {}) as Readonly<Record<string, Entry>>).map(
    ({ currentPasskeyAuthenticationRecord }) => currentPasskeyAuthenticationRecord,
  );

/** Whether somebody has signed in by any current attempt of this instance. */
export const hasSignedIn = (data: SessionData): boolean =>
  currentAuthentications(data).some(
    ({ completePasskeyAuthenticationResponse }) => completePasskeyAuthenticationResponse !== undefined,
  );

const root = ['_identityStore', 'passkeys', 'authentications'];

const entry = (data: SessionData, key: string) => readPath(data, [...root, key]) as Entry | undefined;

const keep = (
  data: SessionData,
  key: string,
  currentPasskeyAuthenticationRecord: PasskeyAuthenticationRecord,
  passkeyAuthenticationRecords: Entry['passkeyAuthenticationRecords'],
) => writePath(data, [...root, key], { currentPasskeyAuthenticationRecord, passkeyAuthenticationRecords });
