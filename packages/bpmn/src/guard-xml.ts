import { definitionProblems } from './definition-problem.ts';

/** Bounds of a diagram file: bytes, and elements within one another. */
export const xmlLimits = Object.freeze({ bytes: 1_048_576, depth: 64 });

/**
 * Looks at a file before any parser does: its size, its depth, and that it declares no document type or entities.
 * Throws `definition.too-large` or `definition.unreadable`.
 */
export function guardXml(xml: string): void {
  if (xml.length > xmlLimits.bytes || new TextEncoder().encode(xml).length > xmlLimits.bytes)
    throw definitionProblems.create('definition.too-large', { detail: 'The file is larger than 1 MiB.' });
  let depth = 0;
  for (const markup of tokens(xml)) {
    if (/^<!(DOCTYPE|ENTITY)/i.test(markup)) throw unreadable('It declares a document type or an entity.');
    if (markup.startsWith('<!') || markup.startsWith('<?') || markup.endsWith('/>')) continue;
    depth += markup.startsWith('</') ? -1 : 1;
    if (depth > xmlLimits.depth) throw unreadable(`Elements lie more than ${xmlLimits.depth} deep.`);
  }
}

/** Every comment, CDATA section, instruction, declaration and tag; quotes may hold `>`. One pass, no backtracking. */
function* tokens(xml: string): Generator<string> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    const end = endOf(xml, at);
    yield xml.slice(at, end);
    at = xml.indexOf('<', end);
  }
}

const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function endOf(xml: string, from: number): number {
  const section = sections.find(([open]) => xml.startsWith(open, from));
  const end = section ? xml.indexOf(section[1], from + section[0].length) : tagEnd(xml, from);
  if (end < 0) throw unreadable('A tag, a comment or a section is not closed.');
  return end + (section ? section[1].length : 1);
}

function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

const unreadable = (detail: string) => definitionProblems.create('definition.unreadable', { detail });
