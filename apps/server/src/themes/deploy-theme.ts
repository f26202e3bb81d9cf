import type { Theme } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { getTheme } from './get-theme.ts';
import { requireContrast } from './require-contrast.ts';
import { markThemeDeployed } from './themes.sql.ts';

/** Deploys a version; one that is deployed stays so. Throws `theme.not-found`, `theme.contrast-too-low`. */
export async function deployTheme(sql: Sql, actor: Actor, id: string): Promise<Theme> {
  const theme = await getTheme(sql, actor, id);
  if (theme.status === 'DEPLOYED_ACTIVE') return theme;
  requireContrast(theme.design);
  await markThemeDeployed(sql, actor, theme);
  return getTheme(sql, actor, id);
}
