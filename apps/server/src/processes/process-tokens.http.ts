import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { removeToken } from './manage-tokens.sql.ts';
import { createToken, getToken, listTokenPage, updateToken } from './manage-tokens.ts';
import { tokenProblems } from './process-token.ts';
import type { TokenLinks } from './token-link.ts';

type Needs = {
  readonly database: Database;
  readonly newId: NewId;
  readonly links: TokenLinks;
  readonly publicUrl: () => string;
};

const target = { kind: 'process-token' } as const;

/** The routes of process tokens. */
export function processTokensHttp(needs: Needs): readonly Bound[] {
  const { database, publicUrl } = needs;
  const create = createToken(needs);
  const get = getToken(needs);
  const list = listTokenPage(needs);
  const update = updateToken(needs);
  const addressed = (token: contract.ProcessToken): contract.ProcessToken => ({
    ...token,
    startProcessAddress: publicUrl() + token.startProcessAddress,
  });
  return [
    bind(contract.createProcessToken, async ({ actor, body }) =>
      addressed(
        await audited(database, actor, { action: 'process-token.created', target }, () =>
          database.transaction((sql) => create(sql, actor, body)),
        ),
      ),
    ),
    bind(contract.listProcessTokens, async ({ actor, query }) => {
      const page = await list(database, actor, query);
      return { ...page, content: page.content.map(addressed) };
    }),
    bind(contract.getProcessToken, async ({ actor, params }) =>
      addressed(await get(database, actor, params.id)),
    ),
    bind(contract.updateProcessToken, async ({ actor, params, body }) =>
      addressed(
        await audited(database, actor, { action: 'process-token.changed', target }, () =>
          database.transaction((sql) => update(sql, actor, params.id, body)),
        ),
      ),
    ),
    bind(contract.deleteProcessToken, async ({ actor, params }) => {
      if (!(await removeToken(database, actor, params.id)))
        throw tokenProblems.create('process-token.not-found');
      return undefined;
    }),
  ];
}
