import type { Embedding } from '@latchkey/contract';
import { defineProblems } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { selectEmbedders, storeEmbedders } from './embedding.sql.ts';

/** What can go wrong with embedding. */
export const embeddingProblems = defineProblems({
  'embedding.origin-invalid': { title: 'This is no origin of a page that may embed journeys.', status: 400 },
});

/** Reads who may embed a tenant's journeys. */
export const getEmbedding = async (sql: Sql, { tenant }: Pick<Actor, 'tenant'>): Promise<Embedding> => ({
  origins: [...(await selectEmbedders(sql, tenant))],
});

/** Sets who may. Throws `embedding.origin-invalid` with each origin that is none. */
export async function setEmbedding(sql: Sql, actor: Actor, { origins }: Embedding): Promise<Embedding> {
  const errors = origins.flatMap((origin, index) =>
    isEmbedder(origin)
      ? []
      : [{ pointer: `/origins/${index}`, detail: 'Give an exact origin such as https://shop.example.org.' }],
  );
  if (errors.length > 0) throw embeddingProblems.create('embedding.origin-invalid', { errors });
  await storeEmbedders(sql, actor, [...new Set(origins)]);
  return getEmbedding(sql, actor);
}

/** Exact, since it stands in a policy of the page and names who hears its events; https, or one's own machine. */
function isEmbedder(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text || !/^[a-z0-9.:/-]+$/.test(text)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(.+\.)?localhost$/.test(url.hostname));
}
