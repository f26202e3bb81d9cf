import type { ContentUrl, ShownPage } from './page.ts';
import { indexFile } from './page-file.ts';
import { pageProblems } from './page-problems.ts';
import type { ReportLinks, Watched } from './report-link.ts';

export type { Watched } from './report-link.ts';

/** What a frame loads, and the only place where it may stay. */
export type PageAddress = { readonly url: string; readonly frameSource: string };

type Needs = { readonly contentUrl: ContentUrl; readonly reportName: ReportLinks['reportName'] };

/**
 * Where a page stands: its version on the content host, to which the browser then reports what the page tried in that
 * wait, or its own address. Throws `page.content-host-missing`.
 */
export const pageAddress =
  ({ contentUrl, reportName }: Needs) =>
  ({ id, baseAppUrl }: ShownPage, watched: Watched): PageAddress => {
    if (baseAppUrl !== null) return { url: baseAppUrl, frameSource: new URL(baseAppUrl).origin };
    const origin = contentUrl();
    if (origin === undefined) throw pageProblems.create('page.content-host-missing');
    const folder = `${origin}/pages/${id}/`;
    return { url: `${folder}${indexFile}?${reportParameter}=${reportName(watched)}`, frameSource: folder };
  };

/** The parameter of a document's address that says where its reports belong. */
export const reportParameter = 'report';
