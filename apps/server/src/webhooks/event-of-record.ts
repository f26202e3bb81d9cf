import { webhookEventOf } from '@latchkey/contract';

/** An audit record, as far as an event tells it. */
export type ToldRecord = {
  readonly id: string;
  readonly at: Date;
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

/** An event as it is posted (CloudEvents 1.0, JSON). */
export type CloudEvent = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
};

/** Where events of a tenant come from. */
export const sourceOf = (tenant: string): string => `urn:latchkey:tenant:${tenant}`;

/** What a record tells an endpoint: ids and words of ours; no name of a person, nothing that somebody typed. */
export function eventOfRecord(tenant: string, record: ToldRecord): CloudEvent {
  const { id, at, action, outcome, code, targetKind, targetId, instanceId, facts } = record;
  const told = new Set<string>(webhookEventOf(action)?.facts);
  const known = Object.entries(facts).filter(([name, value]) => told.has(name) && value !== null);
  return {
    specversion: '1.0',
    id,
    source: sourceOf(tenant),
    type: action,
    time: at.toISOString(),
    ...(targetId !== null && { subject: `${targetKind}/${targetId}` }),
    datacontenttype: 'application/json',
    data: {
      actor: actorOf(record),
      ...(targetKind !== null && targetId !== null && { target: { kind: targetKind, id: targetId } }),
      ...(instanceId !== null && { instanceId }),
      ...(outcome === 'FAILURE' && { code: code ?? undefined }),
      ...Object.fromEntries(known),
    },
  };
}

/** An operator by id, a client by the name of its key: a person's name stays here. */
function actorOf({ actorKind: kind, actor, facts, instanceId }: ToldRecord) {
  const ids: Readonly<Record<string, unknown>> = {
    operator: { id: facts.operatorId },
    client: { name: actor },
    journey: { id: instanceId ?? undefined },
  };
  return { kind, ...(ids[kind] as object | undefined) };
}
