import { inertDocument } from '../trusted-types/inert-document.ts';

/** Files of a page that are edited and not saved, by path. */
export type Edited = Readonly<Record<string, string>>;

/** Where the content host serves the page script. */
const pageScriptPath = '/latchkey-page.js';

/**
 * The first document of a page with what is edited in the place of its own styles and scripts; all other files stay
 * those of the saved version. A module that another module imports is the saved one, too.
 */
export function unsavedDocument(html: string, edited: Edited): string {
  const page = inertDocument(html);
  const styles = new Map<string, string>();
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href]')) {
    const text = editedAt(link.getAttribute('href'), edited);
    if (text === undefined) continue;
    const place = crypto.randomUUID();
    styles.set(`<!--${place}-->`, `<style>${text.replace(/<\/style/gi, '<\\/style')}</style>`);
    // As an element it would be a style of this page's own, in the eyes of its policy.
    link.replaceWith(page.createComment(place));
  }
  for (const script of page.querySelectorAll<HTMLScriptElement>('script[src]')) {
    const text = editedAt(script.getAttribute('src'), edited);
    if (text === undefined) continue;
    script.removeAttribute('src');
    // As a node: to set its text would be to run it here, in the eyes of Trusted Types.
    script.replaceChildren(text.replace(/<\/script|<!--/gi, (found) => `<\\${found.slice(1)}`));
    // What is inline does not wait for the document by itself.
    if (script.defer || script.async) page.body.append(script);
  }
  page.head.prepend(...inertDocument(`<script src="${pageScriptPath}"></script>`).head.children);
  const written = `<!doctype html>${page.documentElement.outerHTML}`;
  return [...styles].reduce((text, [place, style]) => text.replace(place, () => style), written);
}

const editedAt = (address: string | null, edited: Edited): string | undefined => {
  const path = (address ?? '').replace(/^\.\//, '').replace(/[?#].*$/, '');
  return Object.hasOwn(edited, path) ? edited[path] : undefined;
};
