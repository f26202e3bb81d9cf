import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { embeddersOf } from './embedders-of.ts';

type Needs = {
  readonly sql: Sql;
  readonly publicUrl: () => string;
  readonly originOf: (tenant: string) => string;
};

/**
 * Who may show the Custom Pages of a tenant in a frame. A browser asks for every frame above a page: its journey's or
 * the Backoffice's, and the site's that embeds the journey.
 */
export const ancestorsOfPages =
  ({ sql, publicUrl, originOf }: Needs) =>
  async (tenant: string): Promise<readonly string[]> => [
    ...new Set([publicUrl(), originOf(tenant), ...(await inTenant(tenant, () => embeddersOf(sql, tenant)))]),
  ];
