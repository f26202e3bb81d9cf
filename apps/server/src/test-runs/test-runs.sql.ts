import type { TestRunAct } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { StoredData } from '../processes/session-data/session-data-safe.ts';
import { mostRuns, ownerOf, type RefusedField, type StoredRun, type StoredStep } from './test-run.ts';

const columns = `tenant_id as tenant, id, definition_name as "definitionName", bpmn, parameters, people,
  sandbox_id as sandbox, instance_id as "instanceId", skipped_ms::float8 as "skippedMs", steps, entered,
  expires_at as "expiresAt"`;

const insert: Statement = {
  name: 'test-runs.insert',
  text: `with done as (
    insert into test_runs (tenant_id, id, owner, definition_name, bpmn, parameters, people, sandbox_id, expires_at)
    values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9) returning id),
  audited as (${auditInsert('done', 10)})
  select id from done`,
};

const find: Statement = {
  name: 'test-runs.find',
  text: `select ${columns} from test_runs where tenant_id = $1 and id = $2 and owner = $3`,
};

const surplus: Statement = {
  name: 'test-runs.surplus',
  text: `select id from test_runs where tenant_id = $1 and owner = $2
    order by created_at desc, id offset ${mostRuns}`,
};

const move: Statement = {
  name: 'test-runs.move',
  text: `with old as (select sandbox_id from test_runs where tenant_id = $1 and id = $2 for update),
  emptied as (delete from test_run_steps where tenant_id = $1 and run_id = $2)
  update test_runs set sandbox_id = $3, instance_id = null, skipped_ms = 0, steps = 0, entered = null
  from old where tenant_id = $1 and id = $2 returning old.sandbox_id as sandbox`,
};

const begin: Statement = {
  name: 'test-runs.begin',
  text: 'update test_runs set instance_id = $3 where tenant_id = $1 and id = $2',
};

const enter: Statement = {
  name: 'test-runs.enter',
  text: 'update test_runs set entered = $3::jsonb where tenant_id = $1 and id = $2',
};

const addStep: Statement = {
  name: 'test-runs.add-step',
  text: `with run as (
    update test_runs set skipped_ms = $3, entered = null, steps = steps + 1 where tenant_id = $1 and id = $2
    returning tenant_id, id, steps)
  insert into test_run_steps (tenant_id, run_id, number, act, element, data, sealed, refused)
  select tenant_id, id, steps, $4::jsonb, $5, $6::jsonb, $7, $8::jsonb from run`,
};

const steps: Statement = {
  name: 'test-runs.steps',
  text: `select number, at, act, element, data as "storedData", sealed, refused from test_run_steps
    where tenant_id = $1 and run_id = $2 order by number`,
};

const remove: Statement = {
  name: 'test-runs.delete',
  text: `with done as (
    delete from test_runs where tenant_id = $1 and id = $2 and owner = $3 returning id, sandbox_id),
  audited as (${auditInsert('done', 4)})
  select sandbox_id as sandbox from done`,
};

/** What a run is stored with. */
export type RunDraft = Pick<
  StoredRun,
  'id' | 'definitionName' | 'bpmn' | 'parameters' | 'people' | 'sandbox' | 'expiresAt'
>;

const fact = (name: string) => ({ action: `test-run.${name}`, target: { kind: 'test-run' } }) as const;

export const insertRun = (sql: Sql, actor: Actor, run: RunDraft) =>
  sql.row(insert, [
    actor.tenant,
    run.id,
    ownerOf(actor),
    run.definitionName,
    run.bpmn,
    JSON.stringify(run.parameters),
    JSON.stringify(run.people),
    run.sandbox,
    run.expiresAt,
    ...auditValues(actor, { ...fact('started'), facts: { definitionName: run.definitionName } }),
  ]);

/** One's own run. */
export const findRun = (sql: Sql, actor: Actor, id: string) =>
  sql.row<StoredRun>(find, [actor.tenant, id, ownerOf(actor)]);

/** Ids of the runs of a tester beyond the newest few. */
export const findSurplus = async (sql: Sql, actor: Actor) =>
  (await sql.rows<{ readonly id: string }>(surplus, [actor.tenant, ownerOf(actor)])).map(({ id }) => id);

/** Lets a run begin anew in another sandbox; answers the one that it leaves. */
export const moveRun = async (sql: Sql, { tenant, id }: StoredRun, sandbox: string) =>
  (await sql.row<{ readonly sandbox: string }>(move, [tenant, id, sandbox]))?.sandbox;

/** Names the instance of a run. */
export const setInstance = (sql: Sql, { tenant, id }: Pick<StoredRun, 'tenant' | 'id'>, instanceId: string) =>
  sql.change(begin, [tenant, id, instanceId]);

/** Keeps what was typed until the prompt is answered. */
export const keepEntered = (sql: Sql, { tenant, id }: StoredRun, values: StoredRun['entered']) =>
  sql.change(enter, [tenant, id, JSON.stringify(values)]);

/** What was done, and where. */
export type Done = {
  readonly act: TestRunAct;
  readonly element: string | undefined;
  readonly skippedMs: number;
  /** What the form did not take: then nothing has moved. */
  readonly refused?: readonly RefusedField[] | undefined;
};

/** Adds a step with the session data after it. */
export const insertStep = (
  sql: Sql,
  run: StoredRun,
  { act, element, skippedMs, refused }: Done,
  { storedData, sealed }: StoredData,
) =>
  sql.change(addStep, [
    run.tenant,
    run.id,
    skippedMs,
    JSON.stringify(act),
    element ?? null,
    JSON.stringify(storedData),
    sealed,
    refused === undefined ? null : JSON.stringify(refused),
  ]);

export const findSteps = (sql: Sql, { tenant, id }: StoredRun) => sql.rows<StoredStep>(steps, [tenant, id]);

/** Deletes one's own run; answers its sandbox, which is still there. */
export const removeRun = async (sql: Sql, actor: Actor, id: string) =>
  (
    await sql.row<{ readonly sandbox: string }>(remove, [
      actor.tenant,
      id,
      ownerOf(actor),
      ...auditValues(actor, fact('ended')),
    ])
  )?.sandbox;
