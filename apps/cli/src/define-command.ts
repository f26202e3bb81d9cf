import type { ParseArgsConfig } from 'node:util';

/** What was given behind the words of a command. */
export type Given = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
};

/** What a command answers: for programs with `--json`, else for people. */
export type Answer = { readonly data: unknown; readonly text: string };

/** One command: the words that name it, what it takes, and what it does. */
export type Command = {
  readonly words: readonly string[];
  /** What stands behind the words, as usage shows it. */
  readonly usage: string;
  readonly summary: string;
  /** How many positional arguments it takes. */
  readonly takes: number;
  readonly options: Readonly<Record<string, { readonly type: 'string' }>> & ParseArgsConfig['options'];
  readonly run: (given: Given) => Promise<Answer>;
};

/** Declares a command. */
export const defineCommand = (command: Command): Command => Object.freeze(command);

/** What is wrong with how a command was called; ends with exit code 2. */
export class UsageError extends Error {}
