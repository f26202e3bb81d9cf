import type { Sql } from '../db/sql.ts';
import type { ShownPage } from './page.ts';
import { pageProblems } from './page-problems.ts';
import { findShown } from './pages.sql.ts';

/** Finds a deployed version by name and number. Throws `page.not-found`. */
export async function readPage(sql: Sql, tenant: string, name: string, version: number): Promise<ShownPage> {
  const page = await findShown(sql, tenant, name, version);
  if (page) return page;
  throw pageProblems.create('page.not-found', { detail: `Page ${name}, version ${version}.` });
}
export type ReadPage = typeof readPage;
