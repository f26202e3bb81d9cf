import { trustedTypes } from './trusted-types.ts';

/** Made with the first module of the page, so that nobody else takes the name. It stays in this module, which gives its texts only to places where no script runs. */
const policy = trustedTypes?.createPolicy('latchkey-inert', { createHTML: (text) => text });

const trusted = (html: string): string => policy?.createHTML(html) ?? html;

/** A document of its own that no window shows: it loads nothing and runs nothing. */
export const inertDocument = (html: string): Document =>
  new DOMParser().parseFromString(trusted(html), 'text/html');

/** Shows a document in a frame that may run no scripts; throws for a frame that may. */
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  if (!frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-scripts'))
    throw new Error('The frame may run scripts.');
  frame.srcdoc = trusted(html);
}
