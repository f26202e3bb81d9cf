import { isPlainMarkup } from './plain-markup.ts';
import { trustedTypes } from './trusted-types.ts';

/** The folder of this very module, where the build lays everything that the page may run. */
const assets = import.meta.url.slice(0, import.meta.url.lastIndexOf('/') + 1);

/**
 * Judges every text that a library gives to the browser as markup, and every address as a worker's. What it refuses,
 * the browser refuses, with an error. It has no rule for scripts: no text is ever run.
 */
trustedTypes?.createPolicy('default', {
  createHTML: (text) => (isPlainMarkup(text) ? text : null),
  createScriptURL: (address) => (new URL(address, location.href).href.startsWith(assets) ? address : null),
});
