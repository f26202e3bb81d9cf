import type { Theme, ThemeAsset } from '@latchkey/contract';
import { contrastFaults } from '@latchkey/journey';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { Asset } from './files/asset.ts';
import { themeProblems } from './theme-problems.ts';
import { findAssets, findTheme } from './themes.sql.ts';

/** Reads a version with its files. Throws `theme.not-found`. */
export async function getTheme(sql: Sql, { tenant }: Pick<Actor, 'tenant'>, id: string): Promise<Theme> {
  const theme = await findTheme(sql, tenant, id);
  if (theme === undefined) throw themeProblems.create('theme.not-found');
  const assets = (await findAssets(sql, tenant, id)).map(shownAsset);
  return { ...theme, assets, contrastFaults: contrastFaults(theme.design) };
}

const shownAsset = ({ kind, mediaType, width, height, content }: Asset): ThemeAsset => ({
  kind,
  mediaType,
  size: content.length,
  ...(width !== null && { width }),
  ...(height !== null && { height }),
  data: Buffer.from(content).toString('base64'),
});
