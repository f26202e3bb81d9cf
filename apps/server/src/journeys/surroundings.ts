import type { Sql } from '../db/sql.ts';
import { currentTenant } from '../db/tenant-scope.ts';
import { embeddersOf } from '../embedding/embedders-of.ts';
import { findSurroundings } from '../themes/find-look.ts';
import type { Caller } from './caller.ts';
import type { Journey } from './journeys.sql.ts';

type Needs = { readonly sql: Sql };

/** The origins that may show the pages of the tenant of the work, if one is known. */
export async function ownEmbedders(sql: Sql): Promise<readonly string[]> {
  const tenant = currentTenant();
  return tenant === undefined ? [] : embeddersOf(sql, tenant);
}

/** What is around a whole page of a journey. */
export const surroundingsOf = async (
  { sql }: Needs,
  { tenant, definitionId, organisation }: Journey,
  { language }: Caller,
) => (await findSurroundings(sql, tenant, { definitionId, language })) ?? { look: { organisation } };

/** What the part of a page that changes needs beside the view; links of a page in a frame lead the whole tab. */
export const aroundOf = async (needs: Needs, journey: Journey, caller: Caller) => ({
  language: caller.language,
  ...(await surroundingsOf(needs, journey, caller)).look,
  ...(caller.isEmbedded && { embedders: [] }),
});
