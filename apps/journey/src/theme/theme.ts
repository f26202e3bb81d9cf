import type { ThemeDesign } from '@latchkey/contract';

/** A picture with the room that it takes. */
export type Picture = { readonly url: string; readonly width: number; readonly height: number };

/** A theme as the page wears it: its design, and where its files are. */
export type Theme = {
  readonly design: ThemeDesign;
  readonly logo?: Picture;
  readonly logoDark?: Picture;
  readonly fontUrl?: string;
};
