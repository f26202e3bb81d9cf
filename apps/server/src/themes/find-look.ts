import type { ThemeDesign } from '@latchkey/contract';
import type { Picture, Theme } from '@latchkey/journey';
import type { Sql } from '../db/sql.ts';
import { type FileFacts, type Looker, type LookRow, selectLook } from './look.sql.ts';

/** What pages look like and say: the name of whoever asks, the theme, texts in place of the platform's. */
export type Look = {
  readonly organisation: string;
  readonly theme?: Theme;
  readonly themeId?: string;
  readonly texts?: Readonly<Record<string, string>>;
};

/** What is around a page: its look, and the origins that may show it in a frame. */
export type Surroundings = { readonly look: Look; readonly embedders: readonly string[] };

/** Where a theme stands for everybody. */
export const themesPath = '/web/trustweb/themes/';

/** The look of a definition's pages, or of the tenant's. `undefined` without that tenant. */
export async function findLook(sql: Sql, tenant: string, looker: Looker): Promise<Look | undefined> {
  return (await findSurroundings(sql, tenant, looker))?.look;
}

/** Both in one read. `undefined` without that tenant. */
export async function findSurroundings(
  sql: Sql,
  tenant: string,
  looker: Looker,
): Promise<Surroundings | undefined> {
  const row = await selectLook(sql, tenant, looker);
  return row && { look: lookOf(row), embedders: row.embedders };
}

function lookOf({ organisation, themeId, design, files, texts }: LookRow): Look {
  const said = { organisation, ...(texts !== null && { texts }) };
  if (themeId === null || design === null) return said;
  return { ...said, themeId, theme: themeOf(themeId, design, files ?? []) };
}

/** Where anybody reads the theme of a definition's pages; empty without a theme. */
export async function themeUrl(sql: Sql, tenant: string, looker: Looker, origin: string): Promise<string> {
  const look = await findLook(sql, tenant, looker);
  return look?.themeId === undefined ? '' : `${origin}${themesPath}${look.themeId}`;
}

/** A version as a page wears it. The files of a version never change, so neither do their addresses. */
export function themeOf(id: string, design: ThemeDesign, files: readonly FileFacts[]): Theme {
  const url = (kind: FileFacts['kind']) => `${themesPath}${id}/${kind}`;
  const picture = (kind: FileFacts['kind']): Picture | undefined => {
    const file = files.find((one) => one.kind === kind);
    return file && { url: url(kind), width: file.width ?? 0, height: file.height ?? 0 };
  };
  const [logo, logoDark] = [picture('logo'), picture('logo-dark')];
  return {
    design,
    ...(logo && { logo }),
    ...(logoDark && { logoDark }),
    ...(files.some(({ kind }) => kind === 'font') && { fontUrl: url('font') }),
  };
}
