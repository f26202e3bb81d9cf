import { focusHeading, main } from './page.ts';

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string },
  ) => { readonly createHTML: (text: string) => string };
};

/**
 * The one Trusted Types policy. It stays in this module, and only what our own server answered goes through it; the
 * text is parsed into a document without scripting, so nothing in it runs before or after it is adopted.
 */
const policy = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('latchkey', {
  createHTML: (text) => text,
});

/** Puts the server's new view into `<main>` and names the document after it. */
export function swap(html: string, title: string): void {
  const trusted = policy?.createHTML(html) ?? html;
  const parsed = new DOMParser().parseFromString(trusted, 'text/html');
  for (const element of parsed.querySelectorAll('noscript, script')) element.remove();
  main.replaceChildren(...parsed.body.childNodes);
  document.title = title;
  scrollTo(0, 0);
  focusHeading();
}
