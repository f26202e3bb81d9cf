import type { Definition } from '@latchkey/engine';
import type { Clock, NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Database, Sql, Transaction } from '../db/sql.ts';
import type { UserAgentFamilies } from '../operators/user-agent-family.ts';
import { type Crashed, survivingCrashes } from './activity-crash.ts';
import { insightOf } from './insight.ts';
import { type InstanceStep, resumeStep } from './instance-step.ts';
import type { FindActivity, Report, Workplace } from './perform-task.ts';
import type { Instance } from './process-instance.ts';
import { type StoredInstance, saveStep } from './process-instances.sql.ts';
import { runEffects } from './run-effects.ts';
import { openedInstance, type SessionDataSafe } from './session-data/session-data-safe.ts';
import { storedStep } from './store-step.ts';

/** Reads the definition that an instance is bound to: it never changes. */
export type ReadDefinition = (sql: Sql, tenant: string, definitionId: string) => Promise<Definition>;

export type MoveNeeds = {
  readonly database: Database;
  readonly readDefinition: ReadDefinition;
  readonly findActivity: FindActivity;
  readonly now: Clock;
  readonly newId: NewId;
  readonly report: Report;
  readonly safe: SessionDataSafe;
};

/** An instance that this transaction alone may move. `step` is where it stands; absent before its start. */
export type OpenInstance = {
  readonly instance: Instance;
  readonly definition: Definition;
  readonly step: InstanceStep | undefined;
  readonly place: Workplace;
  readonly now: number;
};

/** What is to happen. Without a step nothing is stored. */
export type Change<Result> = {
  readonly step?: InstanceStep | undefined;
  readonly visitorHash?: Uint8Array;
  /** What the browser that begins it calls itself. */
  readonly client?: UserAgentFamilies;
  readonly result: Result;
};

type Request<Result> = {
  /** Finds and locks the instance; `undefined` when there is none to move. */
  readonly lock: (sql: Transaction) => Promise<StoredInstance | undefined>;
  readonly actor: (instance: Instance) => Actor;
  readonly language?: string;
  readonly change: (open: OpenInstance) => Promise<Change<Result>>;
};

/** Where the instance stands when the transaction has committed. */
export type Moved<Result> = {
  readonly instance: Instance;
  readonly definition: Definition;
  readonly step: InstanceStep | undefined;
  readonly result: Result;
};

/**
 * Moves one instance by one step in one transaction: lock, change, run what follows until the instance waits or ends,
 * store state, data, history, outbox, due moment and audit together. `undefined` when there is nothing to lock.
 */
export const moveInstance =
  (needs: MoveNeeds) =>
  async <Result>(request: Request<Result>): Promise<Moved<Result> | undefined> => {
    await needs.safe.ready();
    return survivingCrashes((crashed) =>
      needs.database.transaction(async (sql) => {
        const locked = await request.lock(sql);
        if (locked === undefined) return undefined;
        const instance = await openedInstance(needs.safe, locked);
        const open = await opened({ ...needs, crashed }, sql, instance, request);
        const { step: changed, visitorHash, client, result } = await request.change(open);
        const { definition } = open;
        if (changed === undefined || changed === open.step)
          return { instance, definition, step: open.step, result };
        const step = await runEffects(changed, open.place);
        const kept = {
          ...instance,
          visitorHash: visitorHash ?? instance.visitorHash,
          ...(client && insightOf(client)),
        };
        const startedAt = instance.startedAt ?? open.now;
        await saveStep(sql, await storedStep(needs, step, { ...kept, startedAt }, open.place.actor));
        return { instance: kept, definition, step, result };
      }),
    );
  };

export type MoveInstance = ReturnType<typeof moveInstance>;

async function opened(
  needs: MoveNeeds & { readonly crashed: Crashed },
  sql: Transaction,
  instance: Instance,
  { actor, language = 'en' }: Pick<Request<unknown>, 'actor' | 'language'>,
): Promise<OpenInstance> {
  const now = needs.now();
  const definition = await needs.readDefinition(sql, instance.tenant, instance.definitionId);
  const { findActivity, report, crashed } = needs;
  const place = { sql, actor: actor(instance), language, findActivity, report, crashed };
  const { state } = instance;
  const step = state === null ? undefined : resumeStep({ ...subjectOf(instance, definition, now), state });
  return { instance, definition, step, place, now };
}

/** What a step of a stored instance is about. */
export const subjectOf = (instance: Instance, definition: Definition, now: number) => ({
  tenant: instance.tenant,
  instanceId: instance.id,
  definitionId: instance.definitionId,
  definition,
  data: instance.data,
  now,
});
