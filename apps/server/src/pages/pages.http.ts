import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { comparePages } from './compare-pages.ts';
import type { CreatePage } from './create-page.ts';
import type { deletePage } from './delete-page.ts';
import type { deployPage } from './deploy-page.ts';
import type { FindUses } from './find-uses.ts';
import { getPage, getPageText } from './get-page.ts';
import { pageProblems } from './page-problems.ts';
import { listPagePage } from './pages.sql.ts';

type Needs = {
  readonly database: Sql;
  readonly previewUrl: (id: string) => string | undefined;
  readonly blankUrl: (tenant: string) => string | undefined;
  readonly createPage: CreatePage;
  readonly deployPage: ReturnType<typeof deployPage>;
  readonly deletePage: ReturnType<typeof deletePage>;
  readonly findUses: FindUses;
};

const target = { kind: 'page' } as const;

/** The routes of Custom Pages. */
export function pagesHttp(needs: Needs): readonly Bound[] {
  const { database: sql } = needs;
  return [
    bind(contract.createCustomPage, ({ actor, body }) =>
      audited(sql, actor, { action: 'page.created', target }, () => needs.createPage(actor, body)),
    ),
    bind(contract.listCustomPages, ({ actor, query }) => listPagePage(sql, actor.tenant, query)),
    bind(contract.getCustomPage, ({ actor, params }) => getPage(needs, actor, params.id)),
    bind(contract.listCustomPageVersions, async ({ actor, params, query }) => {
      const page = await listPagePage(sql, actor.tenant, { ...query, exactName: params.name });
      if (page.totalElements === 0) throw pageProblems.create('page.not-found');
      return page;
    }),
    bind(contract.getCustomPageText, ({ actor, params, query }) =>
      getPageText(needs, actor, params.id, query.path),
    ),
    bind(contract.getCustomPagePreview, async ({ actor }) => {
      const previewUrl = needs.blankUrl(actor.tenant);
      return previewUrl === undefined ? {} : { previewUrl };
    }),
    bind(contract.compareCustomPages, async ({ actor, params }) => {
      const before = await getPage(needs, actor, params.id);
      const after = await getPage(needs, actor, params.otherId);
      return comparePages(before.files, after.files);
    }),
    bind(contract.listCustomPageUses, async ({ actor, params }) =>
      needs.findUses(sql, actor.tenant, await getPage(needs, actor, params.id)),
    ),
    bind(contract.deployCustomPage, ({ actor, params }) =>
      audited(sql, actor, { action: 'page.deployed', target: { ...target, id: params.id } }, () =>
        needs.deployPage(actor, params.id),
      ),
    ),
    bind(contract.deleteCustomPage, async ({ actor, params }) => {
      await audited(sql, actor, { action: 'page.deleted', target: { ...target, id: params.id } }, () =>
        needs.deletePage(actor, params.id),
      );
      return undefined;
    }),
  ];
}
