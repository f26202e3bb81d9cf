import type { CustomPage, CustomPageVersion } from '@latchkey/contract';

/** A deployed page as a journey shows it. */
export type ShownPage = {
  readonly id: string;
  readonly kind: CustomPageVersion['kind'];
  readonly baseAppUrl: string | null;
};

/** A stored version with its files, before anybody is told where to look at it. */
export type StoredPage = Omit<CustomPage, 'previewUrl'>;

/** The origin of the content host; `undefined` where there is none. */
export type ContentUrl = () => string | undefined;
