/** Where the content host serves the script that stands first in every page. */
export const pageScriptPath = '/latchkey-page.js';

/** What may stand before the first script: byte order mark, comments, doctype, `<html>`, `<head>`. */
const beginning = /^\uFEFF?(?:\s+|<!--[\s\S]*?-->|<!doctype[^>]*>|<html(?:\s[^>]*)?>|<head(?:\s[^>]*)?>)*/i;

/** Puts the page script before everything else of a document, so that it runs first. */
export function withPageScript(html: string): string {
  const end = beginning.exec(html)?.[0].length ?? 0;
  return `${html.slice(0, end)}<script src="${pageScriptPath}"></script>${html.slice(end)}`;
}
