import { newId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { AuditFact } from './audit-fact.ts';

const columns = [
  'tenant_id',
  'id',
  'actor_kind',
  'actor',
  'action',
  'outcome',
  'code',
  'target_kind',
  'instance_id',
] as const;

/**
 * Text that writes one audit row for each row of `source`, for a CTE beside the change itself, so that both are one
 * statement: ``with done as (insert … returning id), audited as (${auditInsert('done', 5)}) select …``.
 * Takes the eleven `auditValues(actor, fact)` at `$first` and after. Where the fact names no target id, it is
 * `targetId`, an expression over `source`.
 */
export function auditInsert(source: string, first: number, targetId = 'id'): string {
  const values = columns.map((_column, index) => `$${first + index}::text`);
  const target = `coalesce($${first + columns.length}::text, ${targetId})`;
  return `insert into audit (${columns.join(', ')}, target_id, facts)
    select ${values.join(', ')}, ${target}, $${first + columns.length + 1}::jsonb from ${source}`;
}

/** The values of `auditInsert`, in its order. */
export const auditValues = (actor: Actor, fact: AuditFact): readonly unknown[] => [
  actor.tenant,
  newId(),
  actor.kind,
  actor.name,
  fact.action,
  fact.outcome ?? 'SUCCESS',
  fact.code ?? null,
  fact.target?.kind ?? null,
  fact.instanceId ?? (actor.kind === 'journey' ? actor.id : null),
  fact.target?.id ?? null,
  // Names of operators may change, and two may have the same.
  JSON.stringify({ ...(actor.kind === 'operator' && { operatorId: actor.id }), ...fact.facts }),
];
