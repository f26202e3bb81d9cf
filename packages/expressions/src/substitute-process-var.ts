import { forbiddenMembers } from './check-syntax.ts';
import { type Data, toText } from './evaluate.ts';
import { expressionProblems } from './expression-problems.ts';

const placeholder = /\{\{\s*processvar\b([^{}]*)\}\}/gi;
const member = /\s*(?:\.\s*([A-Za-z_$][\w$-]*)|\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\])\s*/y;

/**
 * Replaces every `{{processVar.path}}` in a text by the value at that path (prefix in any case; members by dot, by
 * `["key"]` or `[0]`). Absent values give nothing, lists and maps their JSON. The result is plain text: whoever puts it
 * into HTML escapes it. Throws `expression.invalid` for a path that cannot be read or begins at `$`.
 */
export function substituteProcessVar(text: string, data: Data): string {
  return text.replace(placeholder, (whole, path: string, at: number) =>
    toText(valueAt(parsePath(path, whole, at), data)),
  );
}

function parsePath(path: string, whole: string, position: number): readonly string[] {
  const keys: string[] = [];
  member.lastIndex = 0;
  while (member.lastIndex < path.length) {
    const found = member.exec(path);
    const key = found?.slice(1).find((part) => part !== undefined);
    if (key === undefined || (keys.length === 0 && key.startsWith('$'))) throw unreadable(whole, position);
    keys.push(key);
  }
  if (keys.length === 0) throw unreadable(whole, position);
  return keys;
}

function valueAt(keys: readonly string[], data: Data): unknown {
  let value: unknown = data;
  for (const key of keys) {
    if (value === null || typeof value !== 'object' || forbiddenMembers.has(key)) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

const unreadable = (whole: string, position: number) =>
  expressionProblems.create('expression.invalid', {
    detail: `"${whole.slice(0, 200)}" cannot be read: write {{processVar.name}}, with members by dot or ["key"] (position ${position}).`,
    facts: { source: whole, position },
  });
