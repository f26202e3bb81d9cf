/**
 * Whether a text is markup that the libraries of the Backoffice write, and nothing that could run or load anything.
 * It is judged by a grammar and never changed: text without `<`, tags from a list, with attributes from a list. A text
 * of this grammar is read alike by every HTML and XML parser in every place, so what was judged is what comes to be.
 */
export function isPlainMarkup(text: string): boolean {
  if (!text.includes('<')) return true;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) if (!piece.test(text)) return false;
  return true;
}

const tags = 'a|b|button|div|hr|input|li|p|path|span|svg|ul';
const drawing =
  'xmlns|width|height|viewBox|d|fill|stroke|(?:fill|clip)-rule|stroke-(?:width|linecap|linejoin)';
const names = `class|title|type|role|tabindex|target|rel|draggable|spellcheck|contenteditable|${drawing}|(?:data|aria)-[a-z-]+`;
const attribute = `(?:${names})(?:=(?:"[^"<>]*"|'[^'<>]*'|[\\w-]+))?`;
/** The link that the licence of bpmn-js asks for, and the places in a diagram. */
const link = 'href="(?:https?://bpmn\\.io|#[^"<>]*)"';

/** One stretch of text, or one whole tag, at the place where the one before ended. */
const piece = new RegExp(`[^<]+|<(?:${tags})(?:\\s+(?:${attribute}|${link}))*\\s*/?>|</(?:${tags})>`, 'y');
