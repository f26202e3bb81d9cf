import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { getChoice, listUses, setChoice } from './choose-theme.ts';
import { createTheme } from './create-theme.ts';
import { deleteTheme } from './delete-theme.ts';
import { deployTheme } from './deploy-theme.ts';
import { getTheme } from './get-theme.ts';
import { themeProblems } from './theme-problems.ts';
import { listThemePage } from './themes.sql.ts';

type Needs = { readonly database: Database; readonly newId: NewId };

const target = { kind: 'theme' } as const;

/** The routes of themes. */
export function themesHttp({ database: sql, newId }: Needs): readonly Bound[] {
  const create = createTheme({ database: sql, newId });
  const remove = deleteTheme(sql);
  const chosen = { action: 'theme.chosen', target } as const;
  return [
    bind(contract.createTheme, ({ actor, body }) =>
      audited(sql, actor, { action: 'theme.created', target }, () => create(actor, body)),
    ),
    bind(contract.listThemes, ({ actor, query }) => listThemePage(sql, actor.tenant, query)),
    bind(contract.getTheme, ({ actor, params }) => getTheme(sql, actor, params.id)),
    bind(contract.listThemeVersions, async ({ actor, params, query }) => {
      const page = await listThemePage(sql, actor.tenant, { ...query, exactName: params.name });
      if (page.totalElements === 0) throw themeProblems.create('theme.not-found');
      return page;
    }),
    bind(contract.deployTheme, ({ actor, params }) =>
      audited(sql, actor, { action: 'theme.deployed', target: { ...target, id: params.id } }, () =>
        deployTheme(sql, actor, params.id),
      ),
    ),
    bind(contract.deleteTheme, async ({ actor, params }) => {
      await audited(sql, actor, { action: 'theme.deleted', target: { ...target, id: params.id } }, () =>
        remove(actor, params.id),
      );
      return undefined;
    }),
    bind(contract.getDefaultTheme, ({ actor }) => getChoice(sql, actor, {})),
    bind(contract.setDefaultTheme, ({ actor, body }) =>
      audited(sql, actor, chosen, () => setChoice(sql, actor, {}, body.themeName)),
    ),
    bind(contract.getProcessTheme, ({ actor, params }) =>
      getChoice(sql, actor, { definitionName: params.name }),
    ),
    bind(contract.setProcessTheme, ({ actor, params, body }) =>
      audited(sql, actor, chosen, () =>
        setChoice(sql, actor, { definitionName: params.name }, body.themeName),
      ),
    ),
    bind(contract.listThemeUses, ({ actor, params }) => listUses(sql, actor, params.name)),
  ];
}
