import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/sql.ts';
import { findChoosers } from './theme-choices.sql.ts';
import { themeProblems } from './theme-problems.ts';
import { findTheme, listThemePage, removeTheme } from './themes.sql.ts';

/**
 * Deletes a version with its files; not the last deployed one of a theme that is chosen. It is removed first: a choice
 * that is made at this moment is either seen, or finds it gone. Throws `theme.not-found`, `theme.in-use`.
 */
export const deleteTheme =
  (database: Database) =>
  (actor: Actor, id: string): Promise<void> =>
    database.transaction(async (sql) => {
      const theme = await findTheme(sql, actor.tenant, id);
      if (theme === undefined) throw themeProblems.create('theme.not-found');
      await removeTheme(sql, actor, theme);
      if (theme.status === 'EDITABLE') return;
      const { name } = theme;
      const others = await listThemePage(sql, actor.tenant, { exactName: name, status: 'DEPLOYED_ACTIVE' });
      const choosers = others.totalElements > 0 ? [] : await findChoosers(sql, actor.tenant, name);
      if (choosers.length === 0) return;
      throw themeProblems.create('theme.in-use', {
        detail: `It is the only deployed version of ${name}, which is chosen by ${choosers.map(named).join(', ')}.`,
      });
    });

const named = (definitionName: string): string =>
  definitionName === '' ? 'all definitions without a theme of their own' : definitionName;
