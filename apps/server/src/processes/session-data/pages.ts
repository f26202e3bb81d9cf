import { addAttempt } from './attempts.ts';
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
