import type { ThemeAssetKind } from '@latchkey/contract';

/** A file of a theme as it is to be stored: what it is, by its own content. */
export type Asset = {
  readonly kind: ThemeAssetKind;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly content: Uint8Array;
};
