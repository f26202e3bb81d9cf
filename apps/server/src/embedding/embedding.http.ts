import * as contract from '@latchkey/contract';
import type { FastifyInstance } from 'fastify';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { getEmbedding, setEmbedding } from './manage-embedding.ts';

/** The routes of embedding. */
export const embeddingHttp = ({ sql }: { readonly sql: Sql }): readonly Bound[] => [
  bind(contract.getEmbedding, ({ actor }) => getEmbedding(sql, actor)),
  bind(contract.setEmbedding, ({ actor, body }) =>
    audited(sql, actor, { action: 'embedding.set', target: { kind: 'embedding' } }, () =>
      setEmbedding(sql, actor, body),
    ),
  ),
];

/** The script for pages of other sites, at an address that stays: they get a new one within the hour. */
export const embedScriptHttp =
  (script: string) =>
  (app: FastifyInstance): void => {
    app.get('/web/trustweb/embed.js', (_request, reply) =>
      reply
        .header('content-type', 'text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(script),
    );
  };
