import { ensure, orFault } from '../fault.ts';

/** Parses a JSON object (RFC 8259) and refuses one in which a key occurs twice, at any depth. Throws a Fault. */
export function parseStrictJson(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = orFault('The text is not JSON.', () => JSON.parse(text));
  ensure(isRecord(value) && !Array.isArray(value), 'The JSON is not an object.');
  // Valid JSON has one colon outside strings for each member; parsing drops duplicates.
  ensure(membersIn(value) === colonsIn(text), 'A key occurs twice in the JSON.');
  return value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function membersIn(root: unknown): number {
  let members = 0;
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (!isRecord(value)) continue;
    const children = Object.values(value);
    if (!Array.isArray(value)) members += children.length;
    open.push(...children);
  }
  return members;
}

function colonsIn(text: string): number {
  let colons = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (isInString && character === backslash) at++;
    else if (character === quote) isInString = !isInString;
    else if (character === colon && !isInString) colons++;
  }
  return colons;
}

const backslash = 0x5c;
const quote = 0x22;
const colon = 0x3a;
