import { isId } from '@latchkey/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { byteRange } from './byte-range.ts';
import { contentHeaders, sharedHeaders } from './content-headers.ts';
import { fileType } from './file-types.ts';
import { pageScriptPath, withPageScript } from './inject-script.ts';
import type { ContentUrl } from './page.ts';
import { pageProblems } from './page-problems.ts';
import { findServed, tenantOfPage } from './pages.sql.ts';
import type { PreviewLinks } from './preview-link.ts';

type Needs = {
  readonly database: Sql;
  readonly contentUrl: ContentUrl;
  /** Who shows the pages of a tenant: its journeys and the Backoffice. */
  readonly ancestorsOf: (tenant: string) => readonly string[];
  readonly previewedPage: PreviewLinks['previewedPage'];
  /** The text of the page script, the same for every page. */
  readonly pageScript: string;
};

const year = 'public, max-age=31536000, immutable';

/** The content host: files of deployed versions, previews by their links, and the page script. It knows nobody. */
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
    app.get(pageScriptPath, (_request, reply) =>
      reply
        .headers(sharedHeaders)
        .header('cache-control', 'public, max-age=300')
        .type('text/javascript; charset=utf-8')
        .send(needs.pageScript),
    );
  };

type Asked = { readonly id: string; readonly folder: string; readonly isPreview: boolean };

async function answerFile(needs: Needs, request: FastifyRequest, reply: FastifyReply, asked: Asked) {
  const path = (request.params as { readonly '*': string })['*'];
  const type = fileType(path);
  const file = type && (await fileOf(needs, asked, path));
  if (file === undefined || type === undefined) throw pageProblems.create('page.file-not-found');
  const origin = needs.contentUrl() ?? '';
  reply
    .headers(
      contentHeaders({ origin, base: origin + asked.folder, ancestors: needs.ancestorsOf(file.tenant) }),
    )
    .header('cache-control', asked.isPreview ? 'no-store' : year)
    .type(type.mediaType);
  if (!path.toLowerCase().endsWith('.html')) return answerBytes(request, reply, file);
  return reply.send(withPageScript(Buffer.from(file.content).toString('utf8')));
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
