import type { ActivityManifest } from '@latchkey/bpmn';
import type { Clock, NewId } from '@latchkey/kernel';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/sql.ts';
import type { Bound } from '../http/bind.ts';
import { findOwner } from '../processes/find-owner.ts';
import { readArchive } from './archive/read-archive.ts';
import { contentHostHttp } from './content-host.http.ts';
import { createPage } from './create-page.ts';
import { deletePage } from './delete-page.ts';
import { deployPage } from './deploy-page.ts';
import { findUses } from './find-uses.ts';
import type { ContentUrl } from './page.ts';
import { pagesHttp } from './pages.http.ts';
import { previewLinks } from './preview-link.ts';
import type { ReportLinks } from './report-link.ts';
import { takeReport } from './take-report.ts';

type Needs = {
  readonly database: Database;
  readonly newId: NewId;
  readonly now: Clock;
  readonly secretKey: Uint8Array;
  readonly publicUrl: () => string;
  readonly contentUrl: ContentUrl;
  readonly manifests: readonly ActivityManifest[];
  readonly pageScript: string;
  readonly reports: ReportLinks;
  /** Who shows the pages of a tenant: its journeys, the sites that may embed those, and the Backoffice. */
  readonly ancestorsOf: (tenant: string) => Promise<readonly string[]>;
};

export type Pages = {
  readonly routes: readonly Bound[];
  /** What the content host serves. */
  readonly content: (app: FastifyInstance) => void;
};

/** Everything of Custom Pages, put together. */
export function composePages(needs: Needs): Pages {
  const links = previewLinks(needs);
  const own = { ...needs, ...links, readArchive, findUses: findUses(needs.manifests) };
  const routes = pagesHttp({
    ...own,
    createPage: createPage(own),
    deployPage: deployPage(own),
    deletePage: deletePage(own),
  });
  const { watched } = needs.reports;
  const report = takeReport({ ...needs, owner: findOwner(needs.database), watched });
  return { routes, content: contentHostHttp({ ...needs, ...links, watched, takeReport: report }) };
}
