import type { CustomPage } from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { requireFreshOperator } from '../access/fresh-sign-in.ts';
import type { Sql } from '../db/sql.ts';
import { requireContentHost } from './create-page.ts';
import { getPage } from './get-page.ts';
import type { ContentUrl } from './page.ts';
import { markPageDeployed } from './pages.sql.ts';

type Needs = {
  readonly database: Sql;
  readonly now: Clock;
  readonly contentUrl: ContentUrl;
  readonly previewUrl: (id: string) => string | undefined;
};

/**
 * Deploys a version; one that is deployed stays so. An operator needs a fresh sign-in. Throws `page.not-found`,
 * `page.content-host-missing`, `access.step-up-needed`.
 */
export function deployPage(needs: Needs) {
  return async (actor: Actor, id: string): Promise<CustomPage> => {
    const page = await getPage(needs, actor, id);
    if (page.kind === 'FILES') requireContentHost(needs.contentUrl);
    if (page.status === 'DEPLOYED_ACTIVE') return page;
    requireFreshOperator(actor, needs.now());
    await markPageDeployed(needs.database, actor, page);
    return getPage(needs, actor, id);
  };
}
