import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/sql.ts';
import type { FindUses } from './find-uses.ts';
import { getPage } from './get-page.ts';
import { pageProblems } from './page-problems.ts';
import { removePage } from './pages.sql.ts';

type Needs = {
  readonly database: Database;
  readonly findUses: FindUses;
  readonly previewUrl: (id: string) => string | undefined;
};

/**
 * Deletes a version with its files. Drafts of definitions that name it are told when they are deployed. It is removed
 * first: a definition that is deployed at this moment is either seen, or finds it gone.
 * What an expression may name stays free: there the journey tells when the page is gone.
 * Throws `page.not-found`, and `page.in-use` with the deployed definitions that show it.
 */
export function deletePage(needs: Needs) {
  return async (actor: Actor, id: string): Promise<void> => {
    const page = await getPage(needs, actor, id);
    await needs.database.transaction(async (sql) => {
      await removePage(sql, actor, page);
      const uses = await needs.findUses(sql, actor.tenant, page);
      const deployed = uses.filter(({ status, isCertain }) => isCertain && status === 'DEPLOYED_ACTIVE');
      if (deployed.length > 0) throw inUse(deployed);
    });
  };
}

type Users = Awaited<ReturnType<FindUses>>;

function inUse(uses: Users) {
  const names = uses.slice(0, 5).map(({ name, version }) => `${name}, version ${version}`);
  const more = uses.length > names.length ? ` and ${uses.length - names.length} more` : '';
  return pageProblems.create('page.in-use', { detail: `It is shown by ${names.join('; ')}${more}.` });
}
