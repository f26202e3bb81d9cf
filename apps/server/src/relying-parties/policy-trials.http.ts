import * as contract from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { trialSeal } from './trial-seal.ts';
import { judgePolicyTrial, startPolicyTrial } from './try-registration-policy.ts';

type Needs = {
  readonly sql: Sql;
  readonly now: Clock;
  readonly secretKey: Uint8Array;
  readonly publicUrl: () => string;
  readonly providerOf: (aaguid: string) => string | undefined;
};

/** The routes of trials of registration policies. */
export function policyTrialsHttp(needs: Needs): readonly Bound[] {
  const own = { ...needs, seal: trialSeal(needs.secretKey) };
  const start = startPolicyTrial(own);
  const judge = judgePolicyTrial(own);
  return [
    bind(contract.startPolicyTrial, ({ actor, params }) => start(needs.sql, actor, params)),
    bind(contract.judgePolicyTrial, ({ actor, params, body }) => judge(needs.sql, actor, params, body)),
  ];
}
