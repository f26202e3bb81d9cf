import { isId } from '@latchkey/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { themeOf, themesPath } from './find-look.ts';
import { selectDeployed, selectFile, tenantOfTheme } from './look.sql.ts';
import { themeProblems } from './theme-problems.ts';

const forever = 'public, max-age=31536000, immutable';

/** What everybody may see of a deployed theme: its design, and its files. None of it ever changes. */
export const themeFilesHttp =
  ({ sql }: { readonly sql: Sql }) =>
  (app: FastifyInstance): void => {
    app.get(`${themesPath}:id`, async (request, reply) => {
      const { id } = paramsOf(request);
      const found = await ofOwner(sql, id, (tenant) => selectDeployed(sql, tenant, id));
      const { design, ...files } = themeOf(id, found.design, found.files);
      // An app may dress its own screens in it.
      kept(reply).header('access-control-allow-origin', '*');
      return reply.send({ id, design, ...files });
    });
    app.get(`${themesPath}:id/:kind`, async (request, reply) => {
      const { id, kind } = paramsOf(request);
      const { mediaType, content } = await ofOwner(sql, id, (tenant) => selectFile(sql, tenant, id, kind));
      return kept(reply).type(mediaType).send(content);
    });
  };

/** The policy of every answer that is no page lets it do nothing, also when it is opened alone. */
const kept = (reply: FastifyReply) =>
  reply.header('cache-control', forever).header('cross-origin-resource-policy', 'cross-origin');

async function ofOwner<Found>(
  sql: Sql,
  id: string,
  find: (tenant: string) => Promise<Found | undefined>,
): Promise<Found> {
  const tenant = isId(id) ? await tenantOfTheme(sql, id) : undefined;
  const found = tenant === undefined ? undefined : await inTenant(tenant, () => find(tenant));
  if (found === undefined) throw themeProblems.create('theme.not-found');
  return found;
}

const paramsOf = ({ params }: FastifyRequest) => params as { readonly id: string; readonly kind: string };
