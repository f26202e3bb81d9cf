import type { ContentUrl, ShownPage } from './page.ts';
import { indexFile } from './page-file.ts';
import { pageProblems } from './page-problems.ts';

/** What a frame loads, and the only place where it may stay. */
export type PageAddress = { readonly url: string; readonly frameSource: string };

/** Where a page stands: its version on the content host, or its own address. Throws `page.content-host-missing`. */
export const pageAddress =
  (contentUrl: ContentUrl) =>
  ({ id, baseAppUrl }: ShownPage): PageAddress => {
    if (baseAppUrl !== null) return { url: baseAppUrl, frameSource: new URL(baseAppUrl).origin };
    const origin = contentUrl();
    if (origin === undefined) throw pageProblems.create('page.content-host-missing');
    const folder = `${origin}/pages/${id}/`;
    return { url: `${folder}${indexFile}`, frameSource: folder };
  };
