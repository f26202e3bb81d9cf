import { readPath, type SessionData, writePath } from './session-data.ts';

/** What became of one thing that a process checked: `_checks.results[key]`. */
export type Check = {
  readonly outcome: 'PASSED' | 'FAILED';
  readonly activity: string;
  /** The problem's own code, also where the diagram caught it as another. */
  readonly code?: string;
  readonly at: number;
};

/** Records a check under its key; a later one of the same key supersedes it. */
export const recordCheck = (data: SessionData, key: string, check: Check): SessionData =>
  writePath(data, ['_checks', 'results', key], check);

/** Every check of the instance by key. */
export const checksOf = (data: SessionData): Readonly<Record<string, Check>> =>
  (readPath(data, ['_checks', 'results']) ?? {}) as Readonly<Record<string, Check>>;

/** The failed checks that no later success superseded, oldest first. */
export const failedChecks = (data: SessionData): readonly Check[] =>
  Object.values(checksOf(data))
    .filter((check) => check.outcome === 'FAILED')
    .sort((a, b) => a.at - b.at);
