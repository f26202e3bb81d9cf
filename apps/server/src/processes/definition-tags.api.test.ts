import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deploy, type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = Record<string, any>;

let world: JourneyWorld;
/** Two deployed versions of "tagged", and a draft. */
let versions: readonly string[];
let draft: string;

const manager = '/api/process-manager';
const definitions = `${manager}/processDefinitions`;
const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, tenant?: string) =>
  world.call<Json>(method, path, body, tenant);
const put = (id: string | undefined, tag: string, body: object = {}) =>
  call('POST', `${definitions}/${id}/tags/${tag}`, body);
const remove = (id: string | undefined, tag: string) => call('DELETE', `${definitions}/${id}/tags/${tag}`);
const tagsOf = async (id: string | undefined) => (await call('GET', `${definitions}/${id}`)).body.tags;
const token = (more: object) =>
  call('POST', `${manager}/processTokens`, { name: `t${Math.random()}`, status: 'ACTIVE', ...more });
/** The version on which an instance that the link starts runs. */
async function versionBy(pt: string): Promise<number> {
  const { instanceId } = await person(world.server.base).start({ pt });
  return (await call('GET', `${manager}/processInstances/${instanceId}`)).body.processDefnVersion;
}

beforeAll(async () => {
  world = await journeyWorld();
  const { data } = (await call('GET', `${definitions}/${world.definition}`)).body.resources.bpmn;
  versions = [await deploy(world.call, 'tagged', data), await deploy(world.call, 'tagged', data)];
  const save = { name: 'tagged', resources: { bpmn: { data, type: 'BPMN' } } };
  draft = (await call('POST', definitions, save)).body.id;
});
afterAll(() => world.close());

describe('a tag of a process definition', () => {
  test('is on one version: grey unless told, shown in lists, and moved only by whoever says so', async () => {
    const made = await put(versions[0], 'blue-line');
    expect(made).toMatchObject({
      status: 200,
      body: {
        name: 'blue-line',
        colour: 'grey',
        processDefnName: 'tagged',
        processDefnVersion: 1,
        followers: 0,
      },
    });
    const refused = await put(versions[1], 'blue-line', { colour: 'blue' });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'process-definition-tag.elsewhere',
        detail: '"blue-line" is on version 1 of "tagged".',
      },
    });
    expect(await tagsOf(versions[0])).toEqual([{ name: 'blue-line', colour: 'grey' }]);
    const moved = await put(versions[1], 'blue-line', { colour: 'blue', move: true });
    expect(moved.body).toMatchObject({ colour: 'blue', processDefnVersion: 2, createdBy: 'API Key: demo' });
    expect(await tagsOf(versions[0])).toEqual([]);
    const list = await call('GET', `${definitions}/tagged/versions?sort=version,desc`);
    expect(list.body.content.map(({ tags }: Json) => tags)).toEqual([
      [],
      [{ name: 'blue-line', colour: 'blue' }],
      [],
    ]);
    expect((await call('GET', `${manager}/processDefinitionTags`)).body).toEqual([moved.body]);
    expect((await call('GET', `${manager}/processDefinitionTags`, undefined, 'other')).body).toEqual([]);
  });

  test('is refused on a draft, on what is not there, and with a name or a colour that none has', async () => {
    expect((await put(draft, 'next')).body.code).toBe('process-definition.not-deployed');
    expect((await put('AAAAAAAAAAAAAAAAAAAAAAAAAA', 'next')).status).toBe(404);
    expect((await put(versions[0], 'no%20spaces')).status).toBe(400);
    expect((await put(versions[0], 'next', { colour: 'mauve' })).status).toBe(400);
    const foreign = await call('POST', `${definitions}/${versions[0]}/tags/next`, {}, 'other');
    expect(foreign.status).toBe(404);
  });

  test('leads the tokens that follow it: moving it moves new instances at once, running ones stay', async () => {
    await put(versions[0], 'live');
    const follows = (await token({ processDefnTag: 'live' })).body;
    expect(follows).toMatchObject({ processDefnTag: 'live', processDefnName: 'tagged' });
    expect(follows).not.toHaveProperty('processDefnVersion');
    const pinned = (await token({ processDefnName: 'tagged', processDefnVersion: 1 })).body;
    const latest = (await token({ processDefnName: 'tagged' })).body;
    const running = person(world.server.base);
    const form = await running.start({ pt: follows.id });
    const started = async () => [
      await versionBy(follows.id),
      await versionBy(pinned.id),
      await versionBy(latest.id),
    ];
    expect(await started()).toEqual([1, 1, 2]);

    await put(versions[1], 'live', { move: true });
    expect(await started()).toEqual([2, 1, 2]);
    await running.register(form);
    const ended = await call('GET', `${manager}/processInstances/${form.instanceId}`);
    expect(ended.body).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', processDefnVersion: 1 });

    await put(world.definition, 'live', { move: true });
    expect((await call('GET', `${manager}/processTokens/${follows.id}`)).body.processDefnName).toBe('guide');
    const { instanceId } = await person(world.server.base).start({ pt: follows.id });
    const elsewhere = await call('GET', `${manager}/processInstances/${instanceId}`);
    expect(elsewhere.body.processDefnName).toBe('guide');
  });

  test('that active tokens follow is not removed: the refusal names them', async () => {
    await put(versions[0], 'held');
    const [one, two] = [
      await token({ name: 'first link', processDefnTag: 'held' }),
      await token({ name: 'second link', processDefnTag: 'held' }),
    ];
    const refused = await remove(versions[0], 'held');
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'process-definition-tag.followed',
        detail: '"held" is followed by "first link", "second link".',
      },
    });
    expect((await remove(versions[1], 'held')).body.code).toBe('process-definition-tag.not-found');
    await call('DELETE', `${manager}/processTokens/${one.body.id}`);
    await call('POST', `${manager}/processTokens/${two.body.id}`, { status: 'INACTIVE' });
    expect((await remove(versions[0], 'held')).status).toBe(204);
    expect((await remove(versions[0], 'held')).status).toBe(404);

    const left = await call('GET', `${manager}/processTokens/${two.body.id}`);
    expect(left.body).toMatchObject({ processDefnTag: 'held', status: 'INACTIVE' });
    expect(left.body).not.toHaveProperty('processDefnName');
    const activate = await call('POST', `${manager}/processTokens/${two.body.id}`, { status: 'ACTIVE' });
    expect(activate).toMatchObject({
      status: 409,
      body: { code: 'process-token.tag-missing', detail: 'There is no tag "held".' },
    });
    const renamed = await call('POST', `${manager}/processTokens/${two.body.id}`, { name: 'old link' });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'old link', processDefnTag: 'held' } });
  });

  test('is never removed under a token that is made at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const tag = `race${round}`;
      await put(versions[0], tag);
      const [made, removed] = await Promise.all([token({ processDefnTag: tag }), remove(versions[0], tag)]);
      expect([made.status, removed.status]).toSatisfy(
        ([one, other]) => (one === 201 && other === 409) || (one === 409 && other === 204),
      );
    }
  });

  test('of several who put a new one at the same moment one decides where it is', async () => {
    const all = await Promise.all(versions.flatMap((id) => [put(id, 'rush'), put(id, 'rush')]));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
  });

  test('leaves its way in the audit', async () => {
    await put(versions[0], 'seen', { colour: 'green' });
    await put(versions[1], 'seen', { move: true });
    await put(versions[0], 'seen');
    await remove(versions[1], 'seen');
    const { body } = await call('GET', '/api/audit?targetKind=process-definition-tag&targetId=seen');
    const from = { processDefnName: 'tagged', processDefnVersion: 1 };
    expect(body.content).toMatchObject([
      { action: 'process-definition-tag.removed', outcome: 'SUCCESS', facts: { processDefnVersion: 2 } },
      { action: 'process-definition-tag.set', outcome: 'FAILURE', code: 'process-definition-tag.elsewhere' },
      { action: 'process-definition-tag.moved', facts: { processDefnVersion: 2, from } },
      { action: 'process-definition-tag.set', actor: 'API Key: demo', facts: from },
    ]);
  });
});

describe('the target of a process token', () => {
  test.each([
    ['processDefnName', {}],
    ['processDefnTag', { processDefnTag: 'live', processDefnName: 'tagged' }],
    ['processDefnTag', { processDefnTag: 'live', processDefnVersion: 1 }],
  ])('is a definition or a tag: refused for its %s', async (field, target) => {
    expect(await token(target)).toMatchObject({
      status: 400,
      body: { code: 'process-token.invalid', errors: [{ pointer: `/${field}` }] },
    });
  });

  test('must be there', async () => {
    expect(await token({ processDefnTag: 'nowhere' })).toMatchObject({
      status: 409,
      body: { code: 'process-token.tag-missing', errors: [{ pointer: '/processDefnTag' }] },
    });
  });
});
