import type { ReactNode } from 'react';

/** One column of a `DataList`. */
export type Column<Item> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** The field of the contract by which its header sorts. */
  readonly sort?: string;
  /** Shown from this width on: `sm` 640 px, `md` 900 px, `lg` 1200 px. Always, unless told. */
  readonly from?: 'sm' | 'md' | 'lg';
  readonly align?: 'right';
  /** A width in CSS; the rest is shared. */
  readonly width?: string;
  /** For a column of actions: its header is only for screen readers and a click on it opens nothing. */
  readonly isActions?: boolean;
};
