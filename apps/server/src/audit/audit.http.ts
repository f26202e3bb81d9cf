import {
  eraseAuditActor,
  getAuditChain,
  listAudit,
  updateAuditRetention,
  verifyAudit,
} from '@latchkey/contract';
import { defineProblems } from '@latchkey/kernel';
import { readMoment } from '../db/read-moment.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { listAuditRecords } from './audit.sql.ts';
import { checkChain, eraseActor, keepFor, showChain } from './chain/manage-chain.ts';

export const auditProblems = defineProblems({
  'audit.invalid': { title: 'The filter is not as described.', status: 400 },
});

/** The routes of the audit. */
export const auditHttp = ({ database }: { readonly database: Database }): readonly Bound[] => [
  bind(listAudit, async ({ actor, query }) =>
    listAuditRecords(database, actor.tenant, { ...query, ...moments(query) }),
  ),
  bind(getAuditChain, ({ actor }) => showChain(database, actor.tenant)),
  bind(updateAuditRetention, ({ actor, body }) => keepFor(database, actor, body.keepDays)),
  bind(verifyAudit, ({ actor, body }) => checkChain(database, actor, body)),
  bind(eraseAuditActor, ({ actor, body }) => eraseActor(database, actor, body.operatorId)),
];

function moments({ from, to }: { readonly from?: string; readonly to?: string }) {
  return {
    ...(from !== undefined && { from: checked('from', from) }),
    ...(to !== undefined && { to: checked('to', to) }),
  };
}

function checked(name: string, text: string): string {
  const moment = readMoment(text);
  if (moment !== undefined) return moment;
  const errors = [{ pointer: `/query/${name}`, detail: 'must be a moment such as 2026-05-04T10:00:00Z' }];
  throw auditProblems.create('audit.invalid', { errors });
}
