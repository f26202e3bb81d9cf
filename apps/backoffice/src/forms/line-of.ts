/** The line (from 1) of the value at a JSON pointer in a text that is valid JSON; that of the last step that is there. */
export function lineOf(text: string, pointer: string): number {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = skip(text, 0);
  for (const step of steps) {
    const next = text[at] === '[' ? itemAt(text, at, Number(step)) : memberAt(text, at, step);
    if (next === undefined) break;
    at = next;
  }
  return text.slice(0, at).split('\n').length;
}

/** Past white space, commas and colons. */
function skip(text: string, from: number): number {
  let at = from;
  while (/[\s,:]/.test(text[at] ?? '')) at += 1;
  return at;
}

/** Past a string, number, word, list or object. */
function pastValue(text: string, from: number): number {
  const open = text[from];
  if (open === '"') return pastString(text, from);
  if (open !== '{' && open !== '[') return from + (/^[^\s,\]}]+/.exec(text.slice(from))?.[0].length ?? 1);
  let at = skip(text, from + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') at = skip(text, pastValue(text, at));
  return at + 1;
}

function pastString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function itemAt(text: string, from: number, place: number): number | undefined {
  let at = skip(text, from + 1);
  for (let count = 0; count < place && text[at] !== ']' && at < text.length; count += 1)
    at = skip(text, pastValue(text, at));
  return text[at] === ']' || at >= text.length ? undefined : at;
}

function memberAt(text: string, from: number, name: string): number | undefined {
  if (text[from] !== '{') return undefined;
  let at = skip(text, from + 1);
  while (at < text.length && text[at] === '"') {
    const end = pastString(text, at);
    const value = skip(text, end);
    if (JSON.parse(text.slice(at, end)) === name) return value;
    at = skip(text, pastValue(text, value));
  }
  return undefined;
}
