import { permissionIn, setProcessTheme, type ThemeChoice, type ThemeUses } from '@latchkey/contract';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { definitionProblems } from '../processes/process-definition.ts';
import { findChoice, findChoosers, hasDefinition, storeChoice } from './theme-choices.sql.ts';
import { themeProblems } from './theme-problems.ts';
import { findTheme, listThemePage } from './themes.sql.ts';

/** Whose choice: a definition's, or the tenant's for all that have made none. */
type Chooser = { readonly definitionName?: string };

/** Reads a choice. Throws `process-definition.not-found`. */
export async function getChoice(sql: Sql, { tenant }: Actor, chooser: Chooser): Promise<ThemeChoice> {
  const name = await nameOf(sql, tenant, chooser);
  const found = await findChoice(sql, tenant, name);
  if (found === undefined) return {};
  const { themeName, themeId } = found;
  return { themeName, ...(themeId !== null && { themeId }) };
}

/** Chooses a theme, or none. Throws `process-definition.not-found`, `theme.not-deployed`. */
export async function setChoice(sql: Sql, actor: Actor, chooser: Chooser, themeName: string | null) {
  const name = await nameOf(sql, actor.tenant, chooser);
  const stored = await storeChoice(sql, actor, name, themeName);
  if (stored === undefined && themeName !== null) {
    const detail = `There is no theme "${themeName}" with a deployed version.`;
    throw themeProblems.create('theme.not-deployed', {
      detail,
      errors: [{ pointer: '/themeName', detail }],
    });
  }
  return getChoice(sql, actor, chooser);
}

/**
 * Chooses the theme that has a version of that id for a definition that may be about to be made, or none; nothing when
 * `themeId` is absent. Throws `access.forbidden` for an actor who may not choose themes, `theme.not-deployed`.
 */
export async function chooseByVersion(
  sql: Sql,
  actor: Actor,
  definitionName: string,
  themeId: string | null | undefined,
): Promise<void> {
  if (themeId === undefined) return;
  if (!actor.permissions.has(permissionIn(actor.tenant, setProcessTheme.permission)))
    throw accessProblems.create('access.forbidden');
  if (themeId === null) return void (await storeChoice(sql, actor, definitionName, null));
  const theme = await findTheme(sql, actor.tenant, themeId);
  const isDeployed = theme?.status === 'DEPLOYED_ACTIVE';
  if (isDeployed && (await storeChoice(sql, actor, definitionName, theme.name))) return;
  const detail = `There is no deployed version of a theme with the id ${themeId}.`;
  throw themeProblems.create('theme.not-deployed', { detail, errors: [{ pointer: '/themeId', detail }] });
}

/** Who shows a theme. Throws `theme.not-found`. */
export async function listUses(sql: Sql, { tenant }: Actor, name: string): Promise<ThemeUses> {
  const { totalElements } = await listThemePage(sql, tenant, { exactName: name, size: 1 });
  if (totalElements === 0) throw themeProblems.create('theme.not-found');
  const choosers = await findChoosers(sql, tenant, name);
  return { isDefault: choosers.includes(''), definitionNames: choosers.filter((one) => one !== '') };
}

async function nameOf(sql: Sql, tenant: string, { definitionName }: Chooser): Promise<string> {
  if (definitionName === undefined) return '';
  if (await hasDefinition(sql, tenant, definitionName)) return definitionName;
  throw definitionProblems.create('process-definition.not-found');
}
