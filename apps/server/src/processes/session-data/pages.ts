import { addAttempt } from './attempts.ts';
import { registrationKeysOf } from './passkey-registrations.ts';
import { readPath, type SessionData, writePath } from './session-data.ts';

/** One showing of a Custom Page that was answered: what it sent is under `variables`. */
export type PageRecord = {
  readonly name: string;
  readonly version: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly submittedAt: number;
};

/** Keeps what a page sent: `_customPages[customPageKey].{currentPage, pages}`, `pages` being keyed by visit from "1". */
export function recordPage(data: SessionData, customPageKey: string, page: PageRecord): SessionData {
  const path = ['_customPages', customPageKey];
  const earlier = (readPath(data, [...path, 'pages']) ?? {}) as Readonly<Record<string, PageRecord>>;
  return writePath(data, path, { currentPage: page, pages: addAttempt(earlier, page) });
}

/** Notes of which registration a page was last given options. */
export const recordPageRegistration = (data: SessionData, customPageKey: string, key: string): SessionData =>
  writePath(data, ['_customPages', customPageKey, 'passkeyRegistrationKey'], key);

/** The registration of which a page was last given options; the instance's newest before the page asked for any. */
export function pageRegistration(data: SessionData, customPageKey: string): string | undefined {
  const asked = askedRegistration(data, customPageKey);
  return asked ?? registrationKeysOf(data, () => true).at(-1);
}

/** The registration of which a page was last given options. */
export function askedRegistration(data: SessionData, customPageKey: string): string | undefined {
  const key = readPath(data, ['_customPages', customPageKey, 'passkeyRegistrationKey']);
  return typeof key === 'string' ? key : undefined;
}
