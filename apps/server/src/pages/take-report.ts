import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { journeyActor } from '../processes/actors.ts';
import type { FindOwner } from '../processes/find-owner.ts';
import { reportedDirective } from './read-report.ts';
import { recordRefusal } from './record-refusal.ts';
import type { ReportLinks } from './report-link.ts';

type Needs = {
  readonly database: Sql;
  readonly owner: FindOwner;
  readonly watched: ReportLinks['watched'];
};

/** Reports of one instance that are looked at; no more of them are kept anyhow. */
const most = 100;
/** Instances whose reports are counted at a time. */
const mostCounted = 10_000;

/** Writes down what a browser reports of a page that it kept from something; what is no report of ours is nothing. */
export function takeReport({ database, owner, watched }: Needs) {
  const counts = new Map<string, number>();
  const isEnough = (instanceId: string): boolean => {
    const count = (counts.get(instanceId) ?? 0) + 1;
    if (counts.size >= mostCounted) counts.clear();
    counts.set(instanceId, count);
    return count > most;
  };
  return async (name: string, text: string): Promise<void> => {
    const wait = watched(name);
    const about = reportedDirective(text);
    if (wait === undefined || about === undefined || isEnough(wait.instanceId)) return;
    const tenant = await owner.ofInstance(wait.instanceId);
    if (tenant === undefined) return;
    const actor = journeyActor({ tenant, id: wait.instanceId });
    await inTenant(tenant, () =>
      recordRefusal(database, actor, { reason: 'policy-violation', task: wait.task, about }),
    );
  };
}
export type TakeReport = ReturnType<typeof takeReport>;
