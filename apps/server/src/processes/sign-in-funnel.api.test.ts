import { afterAll, beforeAll, expect, test } from 'vitest';
import { deploy } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import {
  addAnother,
  endingSignIn,
  type SignInWorld,
  signInWorld,
} from '../../../../test/support/sign-in-world.ts';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld();
});
afterAll(() => world.close());

type Json = Record<string, unknown>;
type Funnel = { readonly total: Json; readonly medianMilliseconds?: number };
const wholeOf = async (name: string) =>
  (await world.call<Funnel>('GET', `/api/process-manager/processDefinitions/${name}/funnel`)).body;
const funnelOf = async (name: string) => (await wholeOf(name)).total;

/** The same numbers from the audit alone. */
const auditedOf = (name: string) =>
  world.owner.row<Json>(
    {
      name: 'test.audit-sign-in-funnel',
      text: `with ours as (
          select a.* from audit a where a.instance_id in (
            select i.id from process_instances i join process_definitions d on d.id = i.definition_id where d.name = $1)),
        ends as (select facts ->> 'outcome' as outcome from ours where action = 'process-instance.ended')
        select
          (select count(distinct instance_id) from ours where action = 'process-instance.started')::integer as started,
          (select count(distinct instance_id) from ours where action = 'process-instance.form-shown')::integer as "formShown",
          (select count(distinct instance_id) from ours where action = 'process-instance.prompt-shown')::integer as "promptShown",
          (select count(distinct instance_id) from ours
            where action = 'passkey-registration.completed' and outcome = 'SUCCESS')::integer as registered,
          (select count(*) from ends where outcome = 'signed-in')::integer as "signedIn",
          (select count(*) from ends where outcome = 'cancelled')::integer as cancelled,
          (select count(*) from ends where outcome = 'timed-out')::integer as "timedOut",
          (select count(*) from ends where outcome = 'failed')::integer as failed,
          (select count(*) from ends where outcome = 'completed')::integer as completed`,
    },
    [name],
  );

/** The median time of those whom the audit tells as registered or signed in. */
const auditedMedianOf = async (name: string) =>
  (
    await world.owner.row<{ ms: number }>(
      {
        name: 'test.audited-median',
        text: `select round(percentile_cont(0.5) within group (order by extract(epoch from i.ended_at - i.started_at) * 1000))::integer as ms
        from process_instances i join process_definitions d on d.id = i.definition_id
        where d.name = $1 and i.id in (
          select instance_id from audit where action = 'process-instance.ended' and facts ->> 'outcome' in ('registered', 'signed-in'))`,
      },
      [name],
    )
  )?.ms;

const closed = { kind: 'not-asserted', errorName: 'NotAllowedError', elapsedMs: 800 } as const;
/** How many cancelled sign-ins and how many that signed in the audit has of their own. */
const signInsOf = (name: string) =>
  world.owner.row<Json>(
    {
      name: 'test.audited-sign-ins',
      text: `select
        (count(*) filter (where action = 'passkey-authentication.completed' and outcome = 'SUCCESS'))::integer as "signedIn",
        (count(*) filter (where code = 'passkey.cancelled'))::integer as cancelled,
        (count(*) filter (where code = 'passkey.timed-out'))::integer as "timedOut",
        (count(*) filter (where action = 'passkey-authentication.completed' and outcome = 'FAILURE'))::integer as failed
        from audit where action like 'passkey-authentication.%' and instance_id in (
          select i.id from process_instances i join process_definitions d on d.id = i.definition_id where d.name = $1)`,
    },
    [name],
  );

test('the funnel of sign-ins counts what the audit has: each way in which one ends', async () => {
  const name = 'signing-in';
  await deploy(world.call, name, endingSignIn);
  const { ada } = await world.registered();
  const way = await world.begun(ada, name);
  world.clock.now += 4000;
  await ada.signIn(way);
  for (const outcome of ['cancelled', 'cancelled', 'timed-out', 'unsupported'] as const) {
    const at = await world.begun(ada, name);
    await ada.askedToSignIn(at);
    await ada.send(at, { ...closed, outcome });
  }
  await ada.signIn(await world.begun(ada, name), { fault: 'wrong-origin' });
  await world.begun(ada, name);

  const { total, medianMilliseconds } = await wholeOf(name);
  expect(medianMilliseconds).toBe(4000);
  expect(await auditedMedianOf(name)).toBe(4000);
  expect(total).toEqual({
    started: 7,
    formShown: 7,
    promptShown: 6,
    registered: 0,
    signedIn: 1,
    cancelled: 2,
    timedOut: 1,
    failed: 2,
    completed: 0,
    open: 1,
  });
  expect(total).toMatchObject((await auditedOf(name)) as Json);
  expect(await signInsOf(name)).toEqual({ signedIn: 1, cancelled: 2, timedOut: 1, failed: 1 });
});

test('who signs in and then gets another passkey has registered, and is counted once', async () => {
  const name = await world.deployed(...addAnother);
  const { ada } = await world.registered();
  const { instanceId } = await ada.signIn(await world.begun(ada, name));
  const between = await funnelOf(encodeURIComponent(name));
  expect(between).toMatchObject({ started: 1, promptShown: 1, registered: 0, signedIn: 0, open: 1 });
  expect(between).toMatchObject((await auditedOf(name)) as Json);
  const other = person(world.server.base, ada.cookie());
  await other.register(await other.look(instanceId));
  const after = await funnelOf(encodeURIComponent(name));
  expect(after).toMatchObject({ started: 1, promptShown: 1, registered: 1, signedIn: 0, open: 0 });
  expect(after).toMatchObject((await auditedOf(name)) as Json);
});
