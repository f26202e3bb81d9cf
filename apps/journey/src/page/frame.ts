import type { Language } from '../languages/index.ts';

/** What the browser loads: the module's address, the styles' text, and the folder to serve under `/web/trustweb/assets/`. */
export type Assets = { readonly scriptUrl: string; readonly css: string; readonly directory: string };

/** What the page is rendered into, beside the view. */
export type Frame = {
  readonly language: Language;
  /** Fresh for every answer: 128 random bits or more, the same as in its `Content-Security-Policy`. */
  readonly nonce: string;
  /** Who asks: the tenant's name as people know it. */
  readonly organisation: string;
  readonly assets: Assets;
  /** The present moment in ms, by which deadlines become remaining times. */
  readonly now: number;
};
