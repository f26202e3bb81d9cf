import { getProcessFunnel } from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { definitionProblems } from './process-definition.ts';
import { listDefinitionPage } from './process-definitions.sql.ts';
import { readFunnel } from './read-funnel.sql.ts';
import { readPeriod } from './read-period.ts';

type Needs = { readonly sql: Sql; readonly now: Clock };

const usualMs = 30 * 86_400_000;

/** The route of a definition's funnel. */
export const processFunnelHttp = ({ sql, now }: Needs): readonly Bound[] => [
  bind(getProcessFunnel, async ({ actor, params: { name }, query }) => {
    // The period ends before its end; what began in this millisecond belongs to it.
    const end = now() + 1;
    const usual = { from: new Date(end - usualMs).toISOString(), to: new Date(end).toISOString() };
    const period = { ...usual, ...readPeriod(query) };
    const known = await listDefinitionPage(sql, actor.tenant, { exactName: name, size: 1 });
    if (known.totalElements === 0) throw definitionProblems.create('process-definition.not-found');
    return readFunnel(sql, actor.tenant, { name, ...period });
  }),
];
