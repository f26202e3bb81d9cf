import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { getRetention, setRetention } from './manage-retention.ts';

/** The routes of retention periods. */
export const retentionHttp = ({ sql }: { readonly sql: Sql }): readonly Bound[] => [
  bind(contract.getProcessRetention, ({ actor, params }) => getRetention(sql, actor, params.name)),
  bind(contract.setProcessRetention, ({ actor, params: { name }, body }) => {
    const target = { kind: 'process-definition', id: name };
    return audited(sql, actor, { action: 'process-definition.retention-set', target }, () =>
      setRetention(sql, actor, name, body.retentionDays),
    );
  }),
];
