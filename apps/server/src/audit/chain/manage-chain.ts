import { fromBase64url, toBase64url } from '@latchkey/kernel';
import type { Actor } from '../../access/actor.ts';
import type { Database, Sql } from '../../db/sql.ts';
import { recordAudit } from '../record-audit.ts';
import { beginChain, eraseOperator, readChain, setKeepDays } from './audit-chain.sql.ts';
import { firstHash } from './link.ts';
import { type Place, verifyChain } from './verify-chain.ts';

type ShownPlace = { readonly position: number; readonly hash: string };

/** One request checks no more; a caller goes on from the place that it reached. */
const most = 100_000;

/** Where the chain of a tenant stands. */
export async function showChain(sql: Sql, tenant: string) {
  const chain = await readChain(sql, tenant);
  const first = firstHash(tenant);
  return {
    newest: shownPlace({ position: chain?.position ?? 0, hash: chain?.hash ?? first }),
    keptFrom: shownPlace({ position: chain?.keptPosition ?? 0, hash: chain?.keptHash ?? first }),
    keepDays: chain?.keepDays ?? null,
  };
}

/** Sets after how many days the tenant's records are forgotten; null: never. Audited. */
export const keepFor = (database: Database, actor: Actor, keepDays: number | null) =>
  database.transaction(async (sql) => {
    await beginChain(sql, actor.tenant, firstHash(actor.tenant));
    await setKeepDays(sql, actor.tenant, keepDays);
    await recordAudit(sql, actor, { action: 'audit.retention-updated', facts: { keepDays } });
    return showChain(sql, actor.tenant);
  });

type Request = { readonly from?: ShownPlace; readonly anchor?: ShownPlace };

/** Checks a tenant's chain, at most a hundred thousand links of it. What is found wrong is audited. */
export async function checkChain(sql: Sql, actor: Actor, { from, anchor }: Request) {
  const verdict = await verifyChain(sql, actor.tenant, {
    from: from && readPlace(from),
    anchor: anchor && readPlace(anchor),
    most,
  });
  const { fault } = verdict;
  if (fault !== undefined) {
    const facts = { ...fault };
    await recordAudit(sql, actor, {
      action: 'audit.verified',
      outcome: 'FAILURE',
      code: `audit.${fault.kind}`,
      facts,
    });
  }
  return { ...verdict, reached: shownPlace(verdict.reached) };
}

/** Takes an operator's name and facts out of the tenant's linked records. Audited, by the operator's id alone. */
export const eraseActor = (database: Database, actor: Actor, operatorId: string) =>
  database.transaction(async (sql) => {
    const erased = await eraseOperator(sql, actor.tenant, operatorId);
    const target = { kind: 'operator', id: operatorId };
    await recordAudit(sql, actor, { action: 'audit.actor-erased', target, facts: { erased } });
    return { erased };
  });

const shownPlace = ({ position, hash }: Place): ShownPlace => ({ position, hash: toBase64url(hash) });

const readPlace = ({ position, hash }: ShownPlace): Place => ({
  position,
  hash: fromBase64url(hash) ?? new Uint8Array(),
});
