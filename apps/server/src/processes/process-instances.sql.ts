import type { Sql, Statement } from '../db/sql.ts';
import type { Insight, InstanceEnd } from './insight.ts';
import type { HappenedEvent, PendingEffect } from './instance-step.ts';
import type { Instance, InstanceStatus } from './process-instance.ts';
import type { StoredData } from './session-data/session-data-safe.ts';

/** An instance as its row holds it. */
export type StoredInstance = Omit<Instance, 'data'> & StoredData;

const columns = `
  tenant_id as tenant, id, definition_id as "definitionId", token_id as "tokenKey", status, decision, state, data as "storedData", sealed,
  (extract(epoch from started_at) * 1000)::float8 as "startedAt",
  (extract(epoch from deadline_at) * 1000)::float8 as "deadlineAt",
  (extract(epoch from ended_at) * 1000)::float8 as "endedAt",
  visitor_hash as "visitorHash", start_key_hash as "startKeyHash", reached, browser, device`;

const find: Statement = {
  name: 'process-instance.find',
  text: `select ${columns} from process_instances where id = $1`,
};

const lock: Statement = {
  name: 'process-instance.lock',
  text: `select ${columns} from process_instances where id = $1 for update`,
};

const lockDue: Statement = {
  name: 'process-instance.lock-due',
  text: `select ${columns} from process_instances where id = $1 and due_at <= $2 for update skip locked`,
};

const postpone: Statement = {
  name: 'process-instance.postpone',
  text: `update process_instances set due_at = $3 where id = $1 and due_at <= $2`,
};

/** What every stored step adds: its events, what it left to do, and what the audit is told. */
const added = (instance: string) => `
  happened as (
    insert into instance_history (tenant_id, instance_id, version, at, actor, event)
    select tenant_id, id, (each ->> 'version')::integer, $8::timestamptz, $9, each -> 'event'
    from ${instance}, jsonb_array_elements($10::jsonb) as each),
  later as (
    insert into outbox (tenant_id, id, instance_id, effect)
    select tenant_id, each ->> 'id', ${instance}.id, each -> 'effect'
    from ${instance}, jsonb_array_elements($11::jsonb) as each),
  noted as (
    insert into audit (tenant_id, id, actor_kind, actor, action, outcome, code, target_kind, target_id, instance_id, facts)
    select tenant_id, each ->> 'id', each ->> 'actorKind', $9, each ->> 'action', each ->> 'outcome',
      each ->> 'code', 'process-instance', ${instance}.id, ${instance}.id, each -> 'facts'
    from ${instance}, jsonb_array_elements($12::jsonb) as each)`;

const save: Statement = {
  name: 'process-instance.save',
  text: `with moved as (
    update process_instances set status = $2, decision = $3, version = $4, state = $5::jsonb, data = $6::jsonb,
      due_at = $7::timestamptz, updated_at = $8::timestamptz, ended_at = $13::timestamptz, started_at = $14::timestamptz,
      visitor_hash = $15, reached = $16, outcome = $17, browser = $18, device = $19, sealed = $20
    where id = $1 returning tenant_id, id),
  ${added('moved')}
  select count(*)::integer as moved from moved`,
};

const insert: Statement = {
  name: 'process-instance.insert',
  text: `with made as (
    insert into process_instances (id, status, decision, version, state, data, due_at, updated_at, ended_at, started_at,
      visitor_hash, reached, outcome, browser, device, sealed, tenant_id, definition_id, token_id, deadline_at, start_key_hash, first_name, last_name, email,
      phone_number, created_at, created_by)
    values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::timestamptz, $8::timestamptz, $13::timestamptz, $14::timestamptz,
      $15, $16, $17, $18, $19, $20, $21, $22, $23, $24::timestamptz, $25, $26, $27, $28, $29, $8::timestamptz, $9)
    returning tenant_id, id),
  ${added('made')}
  select count(*)::integer as moved from made`,
};

/** What the audit is told of a step. */
export type StepNote = {
  readonly id: string;
  readonly actorKind: string;
  readonly action: string;
  readonly outcome: 'SUCCESS' | 'FAILURE';
  readonly code: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** An instance as a step leaves it, with all that is stored beside it. Moments are milliseconds. */
export type StoredStep = {
  readonly id: string;
  readonly status: InstanceStatus;
  readonly decision: string | null;
  readonly state: Instance['state'];
  readonly dueAt: number | null;
  readonly now: number;
  readonly actor: string;
  readonly events: readonly HappenedEvent[];
  readonly pending: readonly PendingEffect[];
  readonly notes: readonly StepNote[];
  readonly endedAt: number | null;
  readonly startedAt: number | null;
  readonly visitorHash: Uint8Array | null;
  readonly outcome: InstanceEnd | null;
} & StoredData &
  Insight;

/** What an instance has from its birth. */
export type Birth = {
  readonly tenant: string;
  readonly definitionId: string;
  readonly tokenKey: string | null;
  readonly deadlineAt: number | null;
  readonly startKeyHash: Uint8Array | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
};

/** Reads an instance by its id, which is unique over all tenants. */
export const findInstance = (sql: Sql, id: string) => sql.row<StoredInstance>(find, [id]);

/** The same, and nobody else moves it until the transaction ends. */
export const lockInstance = (sql: Sql, id: string) => sql.row<StoredInstance>(lock, [id]);

/** The instance, if it is due and no other worker holds it. */
export const lockDueInstance = (sql: Sql, id: string, now: number) =>
  sql.row<StoredInstance>(lockDue, [id, toDate(now)]);

/** Lets an instance whose timer could not be handled wait, so that it does not keep the others waiting. */
export const postponeInstance = (sql: Sql, id: string, now: number, until: number) =>
  sql.change(postpone, [id, toDate(now), toDate(until)]);

/** Stores a step of an instance that the transaction has locked. */
export const saveStep = (sql: Sql, step: StoredStep) => sql.row(save, stepValues(step));

/** Stores the first step of a new instance. */
export const insertStep = (sql: Sql, step: StoredStep, birth: Birth) =>
  sql.row(insert, [
    ...stepValues(step),
    birth.tenant,
    birth.definitionId,
    birth.tokenKey,
    toDate(birth.deadlineAt),
    birth.startKeyHash,
    birth.firstName,
    birth.lastName,
    birth.email,
    birth.phoneNumber,
  ]);

const stepValues = (step: StoredStep): readonly unknown[] => [
  step.id,
  step.status,
  step.decision,
  step.state?.version ?? 0,
  JSON.stringify(step.state),
  JSON.stringify(step.storedData),
  toDate(step.dueAt),
  toDate(step.now),
  step.actor,
  JSON.stringify(step.events),
  JSON.stringify(step.pending),
  JSON.stringify(step.notes),
  toDate(step.endedAt),
  toDate(step.startedAt),
  step.visitorHash,
  step.reached,
  step.outcome,
  step.browser,
  step.device,
  step.sealed,
];

const toDate = (moment: number | null) => (moment === null ? null : new Date(moment));
