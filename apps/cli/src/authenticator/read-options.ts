import { readFileSync } from 'node:fs';
import { UsageError } from '../define-command.ts';

/** What stands on the standard input, out of whatever it came in: an answer of the API, `publicKey`, or itself. */
export function readOptions<Options extends object>(member: string): Options {
  const given = parsed(readFileSync(0, 'utf8'));
  const options = given.clientRequest ?? given.publicKey ?? given;
  if (typeof options === 'object' && options !== null && member in options) return options as Options;
  throw new UsageError('The standard input must hold the options that the browser would get, as JSON.');
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new UsageError('The standard input holds no JSON.');
  }
}
