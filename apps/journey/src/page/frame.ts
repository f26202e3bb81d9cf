import type { TextsByKey } from '@latchkey/forms';
import type { Language } from '../languages/index.ts';
import type { Theme } from '../theme/theme.ts';

/** What the browser loads: addresses of modules, the styles' text, and the folder to serve under `/web/trustweb/assets/`. */
export type Assets = {
  readonly scriptUrl: string;
  /** In place of `scriptUrl` where a Custom Page is shown: the same with the broker. */
  readonly brokerUrl?: string;
  readonly css: string;
  readonly directory: string;
};

/** The same as the build makes it, with the text of the script that every Custom Page begins with. */
export type BuiltAssets = Required<Assets> & {
  readonly pageScript: string;
  /** With what pages of other sites embed a journey. */
  readonly embedScript: string;
};

/** What the page is rendered into, beside the view. */
export type Frame = {
  readonly language: Language;
  /** Fresh for every answer: 128 random bits or more, the same as in its `Content-Security-Policy`. */
  readonly nonce: string;
  /** Who asks: the tenant's name as people know it. */
  readonly organisation: string;
  readonly assets: Assets;
  /** The look that the organisation has chosen; absent: the platform's own. */
  readonly theme?: Theme;
  /** Texts in place of the platform's own, in this language, by their keys. */
  readonly texts?: TextsByKey | undefined;
  /** Origins of the pages that may embed this one and hear from it; only where it is shown in a frame. */
  readonly embedders?: readonly string[] | undefined;
  /** The present moment in ms, by which deadlines become remaining times. */
  readonly now: number;
};
