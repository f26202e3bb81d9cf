import { defineProblems } from '@latchkey/kernel';
import type { Sql } from '../../db/sql.ts';
import { type ChainFault, type Place, verifyChain } from './verify-chain.ts';

/** What a check of a whole chain came to. */
export type AuditVerdict = { readonly checked: number; readonly erased: number; readonly newest: Place };

export const chainProblems = defineProblems({
  'audit.not-whole': { title: 'The audit is not as it was written.', status: 409 },
});

const sentences: Readonly<Record<ChainFault['kind'], string>> = {
  changed: 'a record was changed',
  'record-missing': 'a record was removed',
  'record-not-linked': 'a record was put in behind the chain',
  'link-missing': 'a link was removed',
  'head-missing': 'the newest links were removed',
  'place-differs': 'the chain does not pass the place that was kept',
};

/** Most links of one walk; between two of them the head is read anew. */
const most = 100_000;

/**
 * Checks every link of a tenant's chain, and that it passes `anchor`, a place that somebody kept elsewhere. Throws
 * `audit.not-whole`, whose detail says what is wrong first, and where.
 */
export async function verifyWholeChain(sql: Sql, tenant: string, anchor?: Place): Promise<AuditVerdict> {
  let [checked, erased] = [0, 0];
  for (let from: Place | undefined; ; ) {
    const verdict = await verifyChain(sql, tenant, { from, anchor, most });
    if (verdict.fault !== undefined) throw notWhole(verdict.fault);
    checked += verdict.checked;
    erased += verdict.erased;
    from = verdict.reached;
    if (verdict.isEnd) return { checked, erased, newest: from };
  }
}

function notWhole(fault: ChainFault) {
  const { kind, position, recordId } = fault;
  const places = [
    ...(position === undefined ? [] : [`position ${position}`]),
    ...(recordId === undefined ? [] : [`record ${recordId}`]),
  ];
  return chainProblems.create('audit.not-whole', {
    detail: `At ${places.join(', ')}: ${sentences[kind]}.`,
    facts: { ...fault },
  });
}
