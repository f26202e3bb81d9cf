import * as contract from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import type { CancelInstance } from './cancel-instance.ts';
import type { ReadDefinition } from './move-instance.ts';
import { instanceProblems } from './process-instance.ts';
import { readHistory } from './read-history.ts';
import { findShownInstance, listInstancePage, readContents } from './read-instances.sql.ts';
import type { RetryInstance } from './retry-instance.ts';
import type { CreateInstance } from './start-instance.ts';
import { newStartKey, redirectUrl, startKeyHash } from './start-link.ts';

type Needs = {
  readonly sql: Sql;
  readonly now: Clock;
  readonly publicUrl: () => string;
  readonly readDefinition: ReadDefinition;
  readonly createInstance: CreateInstance;
  readonly cancelInstance: CancelInstance;
  readonly retryInstance: RetryInstance;
};

/** The routes of process instances. */
export function processInstancesHttp(needs: Needs): readonly Bound[] {
  const { sql, now } = needs;
  const history = readHistory(needs);
  const shown = async (actor: Actor, id: string) =>
    (await findShownInstance(sql, actor.tenant, id, now())) ?? absent();
  const changing = (actor: Actor, action: string, id: string, change: () => Promise<void>) =>
    audited(
      sql,
      actor,
      { action: `process-instance.${action}`, target: { kind: 'process-instance', id } },
      change,
    );
  return [
    bind(contract.createProcessInstance, async ({ actor, query }) => {
      const key = newStartKey();
      const made = await needs.createInstance(actor, { tokenId: query.pt, startKeyHash: startKeyHash(key) });
      const link = { instanceId: made.id, key };
      return {
        redirectUrl: redirectUrl(needs.publicUrl(), made.uiUrl, link),
        processInstanceId: made.id,
        themeUrl: '',
      };
    }),
    bind(contract.listProcessInstances, ({ actor, query }) =>
      listInstancePage(sql, actor.tenant, query, now()),
    ),
    bind(contract.getProcessInstance, ({ actor, params }) => shown(actor, params.id)),
    bind(contract.getProcessInstanceHistory, ({ actor, params }) => history(sql, actor, params.id)),
    bind(contract.getProcessInstanceSessionData, async ({ actor, params }) =>
      sessionData(await readContents(sql, actor.tenant, params.id)),
    ),
    bind(contract.getUserData, async ({ actor, params }) => {
      const contents = await readContents(sql, actor.tenant, params.id);
      return sessionData(contents?.definitionId === params.definitionId ? contents : undefined);
    }),
    bind(contract.cancelProcessInstance, async ({ actor, params }) => {
      await changing(actor, 'cancelled', params.id, () => needs.cancelInstance(actor, params.id));
      return shown(actor, params.id);
    }),
    bind(contract.retryProcessInstance, async ({ actor, params }) => {
      await changing(actor, 'retried', params.id, () => needs.retryInstance(actor, params.id));
      return shown(actor, params.id);
    }),
  ];
}

const sessionData = (contents: { readonly data: Readonly<Record<string, unknown>> } | undefined) => ({
  ...(contents?.data ?? absent()),
});

function absent(): never {
  throw instanceProblems.create('process-instance.not-found');
}
