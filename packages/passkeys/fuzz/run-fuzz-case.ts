import { metadataProblems, passkeyProblems } from '../src/index.ts';
import { fuzzCase } from './fuzz-case.ts';

/** What is wrong with a case; its number makes it again. */
export type FuzzFinding = { readonly number: number; readonly name: string; readonly what: string };

const maxMs = 100;

/** Runs a case: `verified`, a problem's code, or what should never be. */
export function runFuzzCase(number: number): { readonly end: string; readonly finding?: FuzzFinding } {
  const { name, run } = fuzzCase(number);
  const first = timed(run);
  const end = first.error === undefined ? 'verified' : codeOf(first.error);
  const found = (what: string) => ({ end: end ?? 'crash', finding: { number, name, what } });
  if (end === undefined) return found(stackOf(first.error));
  // Anything is slow once, until it is compiled; what is slow three times is slow.
  if (first.ms > maxMs && timed(run).ms > maxMs && timed(run).ms > maxMs)
    return found(`takes ${first.ms} ms`);
  return { end };
}

/** Time of the processor, not of the clock: other programs do not count. */
function timed(run: () => unknown): { readonly ms: number; readonly error?: unknown } {
  const start = process.threadCpuUsage();
  const elapsed = (): number => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  try {
    run();
    return { ms: elapsed() };
  } catch (error) {
    return { ms: elapsed(), error };
  }
}

/** The code of a problem of the tables that tells its step; `undefined` for anything else. */
function codeOf(error: unknown): string | undefined {
  const { code, facts } = error as { readonly code?: unknown; readonly facts?: { readonly step?: unknown } };
  const isKnown =
    typeof code === 'string' && (code in passkeyProblems.kinds || code in metadataProblems.kinds);
  return isKnown && typeof facts?.step === 'string' ? code : undefined;
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
