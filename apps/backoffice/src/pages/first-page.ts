import script from '../../../../examples/custom-page/app.js?raw';
import html from '../../../../examples/custom-page/index.html?raw';
import css from '../../../../examples/custom-page/style.css?raw';

/** The files with which a new page begins: the guide's, which register a passkey. */
export const firstPage: Readonly<Record<string, string>> = Object.freeze({
  'index.html': html,
  'style.css': css,
  'app.js': script,
});
