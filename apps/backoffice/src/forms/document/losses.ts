/** What the builder cannot keep when it writes a document anew. */
export type Loss = { readonly detail: string; readonly line: number };

/**
 * Members that are there twice, of which JSON keeps the last, and numbers that a browser cannot hold as they are
 * written. Everything else comes out of the builder as it went in. The text must be JSON.
 */
export function lossesOf(text: string): readonly Loss[] {
  const losses: Loss[] = [];
  const open: (Set<string> | undefined)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\]]/g;
  const lines = lineCounter(text);
  for (const match of text.matchAll(tokens)) {
    const [token] = match;
    const report = (detail: string) => losses.push({ detail, line: lines(match.index) });
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"')) {
      const names = isName(text, match.index + token.length) ? open.at(-1) : undefined;
      const name = names && String(JSON.parse(token));
      if (name === undefined) continue;
      if (names?.has(name)) report(`The member ${name} is there twice; only the last one counts.`);
      names?.add(name);
    } else if (!isKept(token)) report(`The number ${token} cannot be kept as it is written.`);
  }
  return losses;
}

const isName = (text: string, after: number): boolean => /^\s*:/.test(text.slice(after, after + 100));

/** Digits alone decide: `1.50` and `15e-1` are the same number, 17 nines are not what a double holds. */
function isKept(written: string): boolean {
  return digitsOf(written) === digitsOf(String(Number(written)));
}

function digitsOf(written: string): string {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${sign}${kept}e${Number(exponent) - decimals.length + (digits.length - kept.length)}`;
}

function lineCounter(text: string): (at: number) => number {
  let [line, seen] = [1, 0];
  return (at) => {
    for (; seen < at; seen++) if (text[seen] === '\n') line++;
    return line;
  };
}
