import type { CustomPage, CustomPageText } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { fileType } from './file-types.ts';
import { pageProblems } from './page-problems.ts';
import { findFile, findPage } from './pages.sql.ts';

type Needs = { readonly database: Sql; readonly previewUrl: (id: string) => string | undefined };

/** Reads a version with its files and where it can be looked at. Throws `page.not-found`. */
export async function getPage(
  { database, previewUrl }: Needs,
  actor: Actor,
  id: string,
): Promise<CustomPage> {
  const page = await findPage(database, actor.tenant, id);
  if (page === undefined) throw pageProblems.create('page.not-found');
  const preview = page.baseAppUrl ?? previewUrl(id);
  return { ...page, ...(preview !== undefined && { previewUrl: preview }) };
}

/** Reads one file, with its text where it is text. Throws `page.not-found`, `page.file-not-found`. */
export async function getPageText(
  needs: Needs,
  actor: Actor,
  id: string,
  path: string,
): Promise<CustomPageText> {
  await getPage(needs, actor, id);
  const found = await findFile(needs.database, actor.tenant, id, path);
  if (found === undefined) throw pageProblems.create('page.file-not-found');
  const { content, ...file } = found;
  return fileType(path)?.isText === true ? { ...file, text: Buffer.from(content).toString('utf8') } : file;
}
