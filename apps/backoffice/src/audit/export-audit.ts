import { type AuditRecord, listAudit } from '@latchkey/contract';
import { call } from '../api/call.ts';
import { csvOf } from '../kit/csv.ts';
import type { auditFilters } from './audit-search.ts';

/** More would be a job for the API. */
export const exportLimit = 20_000;

const size = 200;
const header = [
  'at',
  'action',
  'outcome',
  'code',
  'actorKind',
  'actor',
  'targetKind',
  'targetId',
  'instanceId',
  'facts',
];

/** The newest records that fit, at most `exportLimit`, as CSV with moments in ISO 8601. */
export async function exportAudit(
  filters: ReturnType<typeof auditFilters>,
  tell: (done: number, all: number) => void,
): Promise<{ readonly csv: string; readonly count: number; readonly isWhole: boolean }> {
  const records: AuditRecord[] = [];
  for (let page = 0; records.length < exportLimit; page++) {
    const answer = await call(listAudit, { query: { ...filters, page, size, sort: ['at,desc'] } });
    records.push(...answer.content);
    tell(records.length, answer.totalElements);
    if (answer.last) return { csv: csvOf(header, records.map(rowOf)), count: records.length, isWhole: true };
  }
  return { csv: csvOf(header, records.map(rowOf)), count: records.length, isWhole: false };
}

const rowOf = (record: AuditRecord): readonly string[] => [
  record.at,
  record.action,
  record.outcome,
  record.code ?? '',
  record.actorKind,
  record.actor,
  record.targetKind ?? '',
  record.targetId ?? '',
  record.instanceId ?? '',
  JSON.stringify(record.facts),
];
