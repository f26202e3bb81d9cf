import { clockworkActor } from './actors.ts';
import { happen, type InstanceStep } from './instance-step.ts';
import type { MoveInstance, OpenInstance } from './move-instance.ts';
import { type OutboxEntry, takeFromOutbox } from './outbox.sql.ts';
import { lockInstance } from './process-instances.sql.ts';

/** Tries of one effect, after which its token becomes an incident. */
export const maxAttempts = 5;

/** Goes on with an instance from an effect that an earlier step left; once, however many workers try. */
export const runOutboxEntry = (move: MoveInstance, entry: OutboxEntry) =>
  move({
    lock: (sql) => lockInstance(sql, entry.instanceId),
    actor: clockworkActor,
    change: async (open) => ({ step: await carriedOut(open, entry), result: undefined }),
  });

async function carriedOut({ instance, step, place }: OpenInstance, entry: OutboxEntry) {
  const isOurs = await takeFromOutbox(place.sql, instance.tenant, entry.id);
  if (!isOurs || step === undefined) return undefined;
  const { id, effect } = entry;
  return entry.attempts > maxAttempts ? gaveUp(step, entry) : { ...step, pending: [{ id, effect }] };
}

const gaveUp = (step: InstanceStep, { effect }: OutboxEntry): InstanceStep =>
  'token' in effect
    ? happen(step, { kind: 'activity-failed', token: effect.token, error: 'process.gave-up' })
    : step;
