import { parseArgs } from 'node:util';
import { Problem } from '@latchkey/kernel';
import { commands } from './commands/index.ts';
import { type Command, UsageError } from './define-command.ts';

type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Runs a command line. Answers the exit code: 0 done, 1 refused or failed, 2 called wrongly. */
export async function runCommand(args: readonly string[], { out, err }: Output): Promise<0 | 1 | 2> {
  const isJson = args.includes('--json');
  const command = commands.find(({ words }) => words.every((word, index) => args[index] === word));
  if (command === undefined) {
    const isAsked = args.length === 0 || args[0] === '--help' || args[0] === 'help';
    (isAsked ? out : err)(usage());
    return isAsked ? 0 : 2;
  }
  try {
    const { data, text } = await command.run(given(command, args));
    out(isJson ? JSON.stringify(data) : text);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      err(`${error.message}\nUsage: ${lineOf(command)}`);
      return 2;
    }
    if (!(error instanceof Problem)) throw error;
    const { code, title, detail, errors } = error;
    err(isJson ? JSON.stringify({ code, title, detail, errors }) : (detail ?? title));
    return 1;
  }
}

function given({ words, takes, options }: Command, args: readonly string[]) {
  const own = { ...options, json: { type: 'boolean' as const } };
  try {
    const parsed = parseArgs({ args: args.slice(words.length), options: own, allowPositionals: true });
    if (parsed.positionals.length !== takes) throw new UsageError(`It takes ${takes} arguments.`);
    const { json: _json, ...values } = parsed.values;
    return { positionals: parsed.positionals, values: values as Record<string, string | undefined> };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

const lineOf = ({ words, usage: rest }: Command): string => `latchkey ${words.join(' ')} ${rest}`.trim();

const usage = (): string =>
  [
    'Commands (each takes --json for an answer that programs read):',
    ...commands.map((command) => `  ${lineOf(command)}\n      ${command.summary}`),
    'Exit codes: 0 done, 1 refused or failed, 2 called wrongly.',
  ].join('\n');
