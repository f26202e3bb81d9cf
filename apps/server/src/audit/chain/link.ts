import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** A record as the chain covers it. `at` is RFC 3339 in UTC with microseconds, as the database holds it. */
export type LinkedRecord = {
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly targetKind: string | null;
  readonly targetId: string | null;
  readonly instanceId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** In place of the name of an actor that is erased, together with the facts. */
export const erasedActor = 'erased';

/** Where a tenant's chain begins: 32 bytes that no other tenant has. */
export const firstHash = (tenant: string): Buffer => sha256(`latchkey audit of ${tenant}`);

/** Stands for the actor's name and the facts in the link: without the 16 random bytes nobody can try names against it. */
export const commitmentOf = (
  salt: Uint8Array,
  { actor, facts }: Pick<LinkedRecord, 'actor' | 'facts'>,
): Buffer => createHash('sha256').update(salt).update(canonicalJson({ actor, facts })).digest();

/** SHA-256 over the hash before, the position, and what the link covers; 32 bytes. */
export function linkHash(
  before: Uint8Array,
  position: number,
  record: Omit<LinkedRecord, 'actor' | 'facts'>,
  commitment: Uint8Array,
): Buffer {
  const { id, at, actorKind, action, outcome, code, targetKind, targetId, instanceId } = record;
  const open = [position, id, at, actorKind, action, outcome, code, targetKind, targetId, instanceId];
  return createHash('sha256').update(before).update(canonicalJson(open)).update(commitment).digest();
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
