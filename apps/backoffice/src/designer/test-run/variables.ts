import type { TestRun } from '@latchkey/contract';

type Data = Readonly<Record<string, unknown>>;

/** One value of the session data, at the path by which expressions read it. */
export type Variable = {
  readonly path: string;
  readonly text: string;
  readonly change?: 'new' | 'changed' | 'gone';
};

/** The session data after a step; as it is now after the last one, and before the first. */
export const dataAfter = ({ steps, data }: Pick<TestRun, 'steps' | 'data'>, step: number): Data =>
  steps.find(({ number }) => number === step)?.data ?? data;

/** The session data without what the list of checks tells in words. */
export function withoutChecks(data: Data): Data {
  const { _checks: checks, ...others } = data;
  const { results: _, ...rest } = (checks ?? {}) as Data;
  return Object.keys(rest).length === 0 ? others : { ...others, _checks: rest };
}

/** Every single value of the session data after a step, each with what became of it since the step before. */
export function variablesOf(before: Data, after: Data): readonly Variable[] {
  const [old, now] = [new Map(leavesOf('', before)), new Map(leavesOf('', after))];
  const here = [...now].map(([path, text]): Variable => {
    const was = old.get(path);
    if (was === text) return { path, text };
    return { path, text, change: was === undefined ? 'new' : 'changed' };
  });
  const gone = [...old].filter(([path]) => !now.has(path));
  return [...here, ...gone.map(([path, text]): Variable => ({ path, text, change: 'gone' }))].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

function leavesOf(path: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[path, textOf(value)]];
  const entries = Object.entries(value);
  if (entries.length === 0) return path === '' ? [] : [[path, Array.isArray(value) ? '[]' : '{}']];
  return entries.flatMap(([key, each]) => leavesOf(childOf(path, key, Array.isArray(value)), each));
}

function childOf(path: string, key: string, isList: boolean): string {
  if (isList) return `${path}[${key}]`;
  if (!/^[A-Za-z_]\w*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
