import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentUrl } from '../../../../../test/support/composed.ts';
import {
  chain,
  diagram,
  endEvent,
  flow,
  onError,
  startEvent,
  task,
} from '../../../../../test/support/diagram.ts';
import { readerOf } from '../../../../../test/support/journey-reader.ts';
import {
  deploy,
  deployPage,
  type JourneyWorld,
  journeyWorld,
  newToken,
} from '../../../../../test/support/journey-world.ts';
import { person } from '../../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const pages = '/api/theme-server/customPages';
let number = 0;

type Drawn = {
  readonly given?: Record<string, string>;
  readonly parameters?: object;
  readonly code?: string;
};

/** A journey that shows a page of its own, with a boundary event for a code. */
async function open({ given = {}, parameters = {}, code = 'form.timed-out' }: Drawn = {}) {
  const name = `waits ${++number}`;
  const { body: page } = await deployPage(world.call, name, [{ path: 'index.html', text: '<p>Here' }]);
  const shows = task('Page', 'customPageV2', { customPageName: name, ...given });
  const caught = [onError('Caught', 'Page', code), flow('Caught', 'Else'), endEvent('Else')];
  await deploy(world.call, name, diagram(startEvent(), shows, endEvent(), chain('Page'), caught));
  const ada = person(world.server.base);
  const at = await ada.start({ pt: await newToken(world.call, name, { parameters }) });
  const pass = async (seconds: number) => {
    world.clock.now += seconds * 1_000;
    await world.server.clockwork.tick();
  };
  const id = String(page.id);
  const remove = async () => (await world.call('DELETE', `${pages}/${id}`)).status;
  return { ada, at, pass, remove, page: { id, name }, ...readerOf(world) };
}

describe('the time of a Custom Page', () => {
  test('ends by its boundary event', async () => {
    const { at, pass, read } = await open({ given: { timeout: '60' } });
    await pass(59);
    expect(await read(at.instanceId)).toMatchObject({ status: 'ACTIVE' });
    await pass(2);
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_TERMINATED' });
    const { body } = await world.call('GET', `/api/process-manager/processInstances/${at.instanceId}/path`);
    expect(body.nodes).toContain('Caught');
  });

  test('is given again as often as Max Extensions says', async () => {
    const { ada, at, pass, read } = await open({ given: { timeout: '60', maxExtensions: '1' } });
    expect(at.html).toContain('data-do="extend"');
    await pass(50);
    expect((await ada.send(at, { kind: 'extend' })).body).toEqual({
      kind: 'extended',
      remainingMs: 60_000,
      mayExtend: false,
    });
    expect((await ada.look(at.instanceId)).html).not.toContain('data-do="extend"');
    await pass(50);
    expect((await ada.send(at, { kind: 'extend' })).body).toEqual({ kind: 'extended', mayExtend: false });
    expect(await read(at.instanceId)).toMatchObject({ status: 'ACTIVE' });
    expect((await ada.send(at, { kind: 'sent', variables: { a: 1 } })).body.kind).toBe('view');
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
  });
});

describe('a page that only an expression names', () => {
  const byExpression = { customPageName: '${_initial.page}' };

  test('is told as a use that may be, and can be deleted', async () => {
    const { body: page } = await deployPage(world.call, 'named', [{ path: 'index.html', text: 'x' }]);
    const shows = task('Page', 'customPageV2', byExpression);
    await deploy(world.call, 'by expression', diagram(startEvent(), shows, endEvent(), chain('Page')));
    const uses = (await world.call<object[]>('GET', `${pages}/${page.id}/uses`)).body;
    expect(uses).toEqual([
      expect.objectContaining({ name: 'by expression', element: 'Page', isCertain: false }),
    ]);
    expect((await world.call('DELETE', `${pages}/${page.id}`)).status).toBe(204);
    const ada = person(world.server.base);
    const at = await ada.start({
      pt: await newToken(world.call, 'by expression', { parameters: { page: 'named' } }),
    });
    expect(at.html).toContain('We can’t go on right now');
    expect(await readerOf(world).read(at.instanceId)).toMatchObject({
      status: 'COMPLETED_PROCESS_ERROR',
      error: 'page.not-found',
    });
  });

  test.each([
    ['leaves by the boundary event of its code', 'page.not-found', { status: 'COMPLETED_ENDED_ERROR' }],
    [
      'is an incident where nobody catches that, told kindly',
      'form.timed-out',
      { status: 'COMPLETED_PROCESS_ERROR', error: 'page.not-found' },
    ],
  ])('and is deleted while people wait at it %s', async (_what, code, end) => {
    const name = `waits ${number + 1}`;
    const { ada, at, remove, read } = await open({ given: byExpression, parameters: { page: name }, code });
    const early = await ada.send(at, { kind: 'missing' });
    expect(early.body).toEqual({ kind: 'noted' });
    expect(await remove()).toBe(204);
    const { html } = await ada.look(at.instanceId);
    expect(html).toContain('data-missing="true"');
    const { body } = await ada.send(at, { kind: 'missing' });
    expect(body.kind).toBe('view');
    expect(String(body.html)).toContain(
      code === 'page.not-found' ? 'We couldn’t complete this' : 'We can’t go on right now',
    );
    expect(await read(at.instanceId)).toMatchObject(end);
  });
});

describe('what a browser reports of a page', () => {
  const csp = 'application/csp-report';
  const report = (directive: unknown) =>
    JSON.stringify({ 'csp-report': { 'effective-directive': directive } });
  const send = (url: string, payload: string, type = csp) =>
    world.server.contentHost.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });

  async function reported() {
    const { at } = await open();
    const url = String(/data-url="([^"]+)"/.exec(at.html)?.[1]).replace(contentUrl, '');
    const { headers } = await world.server.contentHost.inject({ method: 'GET', url });
    const place = /report-uri (\S+)/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    const audit = async () =>
      (
        await world.call<{ content: { code: string; facts: object }[] }>(
          'GET',
          `/api/audit?instanceId=${at.instanceId}&action=page.refused&size=100`,
        )
      ).body.content.map(({ code, facts }) => ({ code, facts }));
    return { url, place: place.replace(contentUrl, ''), audit, task: at.task };
  }

  test('goes to the audit of the journey that showed it', async () => {
    const { place, audit, task: token } = await reported();
    expect((await send(place, report('connect-src'))).statusCode).toBe(204);
    expect(await audit()).toEqual([
      { code: 'page.policy-violation', facts: { task: token, about: 'connect-src' } },
    ]);
  });

  test('is nothing when it is none, is too large or names no wait of ours', async () => {
    const { place, audit, url } = await reported();
    for (const text of ['', '{', '[]', report(1), report({})])
      expect((await send(place, text)).statusCode).toBe(204);
    const turned = place.replace(/.$/, (sign) => (sign === 'A' ? 'Q' : 'A'));
    expect((await send(turned, report('img-src'))).statusCode).toBe(204);
    expect((await send(place, report('x'.repeat(20_000)))).statusCode).toBe(413);
    expect((await send(place, report('img-src'), 'text/plain')).statusCode).toBe(415);
    expect(await audit()).toEqual([]);
    const bare = await world.server.contentHost.inject({
      method: 'GET',
      url: url.replace(/\?.*/, '?report=x'),
    });
    expect(String(bare.headers['content-security-policy'])).not.toContain('report-uri');
  });

  test('is written down a hundred times at most', async () => {
    const { place, audit } = await reported();
    for (let count = 0; count < 105; count += 1) await send(place, report('img-src'));
    expect(await audit()).toHaveLength(100);
  });
});
