import * as contract from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { themeUrl } from '../themes/find-look.ts';
import type { CancelInstance } from './cancel-instance.ts';
import { deleteInstance } from './delete-instance.ts';
import { findToken } from './manage-tokens.sql.ts';
import { maskSecrets } from './mask-secrets.ts';
import type { ReadDefinition } from './move-instance.ts';
import { instanceProblems } from './process-instance.ts';
import { readHistory, readInstancePath } from './read-history.ts';
import { findShownInstance, listInstancePage, readContents } from './read-instances.sql.ts';
import { readPeriod } from './read-period.ts';
import { readRefusals } from './read-refusals.ts';
import type { RetryInstance } from './retry-instance.ts';
import { reviewInstance } from './review-instance.ts';
import { openedInstance, type SessionDataSafe } from './session-data/session-data-safe.ts';
import type { CreateInstance } from './start-instance.ts';
import { newStartKey, redirectUrl, startKeyHash } from './start-link.ts';

type Needs = {
  readonly sql: Sql;
  readonly now: Clock;
  readonly publicUrl: () => string;
  readonly safe: Pick<SessionDataSafe, 'open'>;
  readonly readDefinition: ReadDefinition;
  readonly createInstance: CreateInstance;
  readonly cancelInstance: CancelInstance;
  readonly retryInstance: RetryInstance;
};

/** The routes of process instances. */
export function processInstancesHttp(needs: Needs): readonly Bound[] {
  const { sql, now } = needs;
  const history = readHistory(needs);
  const path = readInstancePath(needs);
  const shown = async (actor: Actor, id: string) =>
    (await findShownInstance(sql, actor.tenant, id, now())) ?? absent();
  const dataOf = async (actor: Actor, id: string, definitionId?: string) => {
    const contents = (await readContents(sql, actor.tenant, id)) ?? absent();
    if (contents.definitionId !== (definitionId ?? contents.definitionId)) return absent();
    return { ...(await openedInstance(needs.safe, contents)).data };
  };
  const changing = (actor: Actor, action: string, id: string, change: () => Promise<void>) =>
    audited(sql, actor, factOf(action, id), change);
  return [
    bind(contract.createProcessInstance, async ({ actor, query }) => {
      const key = newStartKey();
      const made = await needs.createInstance(actor, { tokenId: query.pt, startKeyHash: startKeyHash(key) });
      const link = { instanceId: made.id, key };
      return {
        redirectUrl: redirectUrl(needs.publicUrl(), made.uiUrl, link),
        processInstanceId: made.id,
        themeUrl: await themeUrl(sql, actor.tenant, made, needs.publicUrl()),
      };
    }),
    bind(contract.listProcessInstances, async ({ actor, query: { from, to, ...query } }) => {
      const period = readPeriod({ ...(from && { from }), ...(to && { to }) });
      const token = await tokenFilter(sql, actor.tenant, query.processTokenId);
      return listInstancePage(sql, actor.tenant, { ...query, ...period, ...token }, now());
    }),
    bind(contract.getProcessInstance, ({ actor, params }) => shown(actor, params.id)),
    bind(contract.getProcessInstanceHistory, ({ actor, params }) => history(sql, actor, params.id)),
    bind(contract.getProcessInstancePath, ({ actor, params }) => path(sql, actor, params.id)),
    bind(contract.getProcessInstanceRefusals, ({ actor, params }) => readRefusals(sql, actor, params.id)),
    bind(contract.getProcessInstanceSessionData, async ({ actor, params }) =>
      maskSecrets(await dataOf(actor, params.id)),
    ),
    bind(contract.revealProcessInstanceSecrets, async ({ actor, params }) => {
      const data = await dataOf(actor, params.id);
      await recordAudit(sql, actor, factOf('secrets-revealed', params.id));
      return data;
    }),
    bind(contract.getUserData, async ({ actor, params }) => {
      return maskSecrets(await dataOf(actor, params.id, params.definitionId));
    }),
    bind(contract.cancelProcessInstance, async ({ actor, params }) => {
      await changing(actor, 'cancelled', params.id, () => needs.cancelInstance(actor, params.id));
      return shown(actor, params.id);
    }),
    bind(contract.deleteProcessInstance, async ({ actor, params }) => {
      await changing(actor, 'deleted', params.id, () => deleteInstance(sql, actor, params.id));
      return undefined;
    }),
    bind(contract.reviewProcessInstance, async ({ actor, params, body }) => {
      await changing(actor, 'reviewed', params.id, () => reviewInstance(sql, actor, params.id, body));
      return shown(actor, params.id);
    }),
    bind(contract.retryProcessInstance, async ({ actor, params }) => {
      await changing(actor, 'retried', params.id, () => needs.retryInstance(actor, params.id));
      return shown(actor, params.id);
    }),
  ];
}

/** Instances name a token by its key; whoever asks may know it by its id. */
async function tokenFilter(sql: Sql, tenant: string, id: string | undefined) {
  if (id === undefined) return {};
  const token = await findToken(sql, tenant, id);
  return { processTokenId: token?.key ?? id };
}

const factOf = (action: string, id: string) => ({
  action: `process-instance.${action}`,
  target: { kind: 'process-instance', id },
  instanceId: id,
});

function absent(): never {
  throw instanceProblems.create('process-instance.not-found');
}
