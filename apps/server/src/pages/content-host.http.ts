import { isId } from '@latchkey/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { byteRange } from './byte-range.ts';
import { contentHeaders, sharedHeaders } from './content-headers.ts';
import { fileType } from './file-types.ts';
import { pageScriptPath, withPageScript } from './inject-script.ts';
import type { ContentUrl } from './page.ts';
import { reportParameter } from './page-address.ts';
import { indexFile } from './page-file.ts';
import { pageProblems } from './page-problems.ts';
import { findServed, tenantOfPage } from './pages.sql.ts';
import type { PreviewLinks } from './preview-link.ts';
import type { ReportLinks } from './report-link.ts';
import type { TakeReport } from './take-report.ts';
import { unsavedFrame } from './unsaved-frame.ts';

type Needs = {
  readonly database: Sql;
  readonly contentUrl: ContentUrl;
  /** Who shows the pages of a tenant: its journeys, the sites that may embed those, and the Backoffice. */
  readonly ancestorsOf: (tenant: string) => Promise<readonly string[]>;
  readonly previewedPage: PreviewLinks['previewedPage'];
  readonly blankTenant: PreviewLinks['blankTenant'];
  readonly watched: ReportLinks['watched'];
  readonly takeReport: TakeReport;
  /** The text of the page script, the same for every page. */
  readonly pageScript: string;
};

/** Largest report of a browser, in bytes. */
const reportLimit = 16 * 1024;
const reportType = 'application/csp-report';
const year = 'public, max-age=31536000, immutable';
/** The policy of a document names who may frame it, and that changes. */
const asksAgain = 'no-cache';

/** The content host: files of deployed versions, previews by their links, the page script, and reports. It knows nobody. */
export const contentHostHttp =
  (needs: Needs) =>
  (app: FastifyInstance): void => {
    app.get('/pages/:id/*', async (request, reply) => {
      const { id } = request.params as { readonly id: string };
      return answerFile(needs, request, reply, { id, folder: `/pages/${id}/`, isPreview: false });
    });
    app.get('/preview/:link/*', async (request, reply) => {
      const { link } = request.params as { readonly link: string };
      const id = needs.previewedPage(link) ?? '';
      return answerFile(needs, request, reply, { id, folder: `/preview/${link}/`, isPreview: true });
    });
    app.get('/blank/:link/index.html', async (request, reply) => {
      const { link } = request.params as { readonly link: string };
      const tenant = needs.blankTenant(link);
      if (tenant === undefined) throw pageProblems.create('page.file-not-found');
      const origin = needs.contentUrl() ?? '';
      // It has no files of its own: everything is in the document that it is sent.
      const place = { origin, base: `${origin}/blank/${link}/`, ancestors: await needs.ancestorsOf(tenant) };
      return reply
        .headers(contentHeaders(place))
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(unsavedFrame);
    });
    app.get(pageScriptPath, (_request, reply) =>
      reply
        .headers(sharedHeaders)
        .header('cache-control', 'public, max-age=300')
        .type('text/javascript; charset=utf-8')
        .send(needs.pageScript),
    );
    app.addContentTypeParser(reportType, { parseAs: 'string' }, async (_: unknown, text: string) => text);
    app.post('/reports/:name', { bodyLimit: reportLimit }, async ({ params, body }, reply) => {
      const { name } = params as { readonly name: string };
      if (typeof body === 'string') await needs.takeReport(name, body);
      return reply.code(204).headers(sharedHeaders).send();
    });
  };

type Asked = { readonly id: string; readonly folder: string; readonly isPreview: boolean };

async function answerFile(needs: Needs, request: FastifyRequest, reply: FastifyReply, asked: Asked) {
  const path = (request.params as { readonly '*': string })['*'];
  const type = fileType(path);
  const file = type && (await fileOf(needs, asked, path));
  if (file === undefined || type === undefined) throw pageProblems.create('page.file-not-found');
  const origin = needs.contentUrl() ?? '';
  const isDocument = path.toLowerCase().endsWith('.html');
  // Nothing else is shown in a frame.
  const ancestors = isDocument ? await needs.ancestorsOf(file.tenant) : [];
  const place = { origin, base: origin + asked.folder, ancestors };
  reply
    .headers(contentHeaders({ ...place, reportsTo: reportsTo(needs, origin, request.query) }))
    .header('cache-control', asked.isPreview ? 'no-store' : isDocument ? asksAgain : year)
    .type(type.mediaType);
  if (asked.isPreview && path === indexFile && isUnsaved(request.query)) return reply.send(unsavedFrame);
  if (!isDocument) return answerBytes(request, reply, file);
  return reply.send(withPageScript(Buffer.from(file.content).toString('utf8')));
}

/** Whether a preview asks for an empty document that the Backoffice fills with what is not saved yet. */
const isUnsaved = (query: unknown): boolean => Object.hasOwn(query as object, 'unsaved');

/** Where reports of a document belong: to the wait of a journey that its address names. */
function reportsTo({ watched }: Needs, origin: string, query: unknown): string | undefined {
  const name = (query as Readonly<Record<string, unknown>>)[reportParameter];
  return typeof name === 'string' && watched(name) ? `${origin}/reports/${name}` : undefined;
}

/** The file, read in its own tenant. */
async function fileOf({ database }: Needs, { id, isPreview }: Asked, path: string) {
  const tenant = isId(id) ? await tenantOfPage(database, id) : undefined;
  if (tenant === undefined) return undefined;
  const file = await inTenant(tenant, () => findServed(database, tenant, id, path, isPreview));
  return file && { ...file, tenant };
}

type Served = { readonly content: Uint8Array; readonly hash: string };

function answerBytes({ headers }: FastifyRequest, reply: FastifyReply, { content, hash }: Served) {
  const tag = `"${hash}"`;
  reply.header('etag', tag).header('accept-ranges', 'bytes');
  if (headers['if-none-match'] === tag) return reply.code(304).send();
  const range = byteRange(headers.range, content.length);
  if (range === undefined) return reply.send(Buffer.from(content));
  return reply
    .code(206)
    .header('content-range', `bytes ${range.from}-${range.to}/${content.length}`)
    .send(Buffer.from(content.subarray(range.from, range.to + 1)));
}
