import type { Sql } from '../db/sql.ts';
import { selectEmbedders } from './embedding.sql.ts';

/** The origins that may show a tenant's journeys in a frame. */
export const embeddersOf = (sql: Sql, tenant: string): Promise<readonly string[]> =>
  selectEmbedders(sql, tenant);
