import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const reader = () => readerOf(world);

describe('the page', () => {
  test('is another visitor’s no more than a stranger’s', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const eve = person(world.server.base);
    expect((await eve.request(`/web/trustweb/${form.instanceId}`)).status).toBe(410);
    await eve.start({ pt: world.token });
    expect((await eve.request(`/web/trustweb/${form.instanceId}`)).status).toBe(410);
    expect(await eve.send(form, { kind: 'prepare', values: names })).toMatchObject({
      status: 404,
      body: { code: 'journey.not-found' },
    });
  });

  test('several journeys of one browser stand side by side', async () => {
    const ada = person(world.server.base);
    const first = await ada.start({ pt: world.token });
    const second = await ada.start({ pt: world.token });
    expect((await ada.look(first.instanceId)).task).toBe(first.task);
    await ada.register(first);
    await ada.register(second);
    expect(await reader().read(second.instanceId)).toMatchObject({ decision: 'PASS' });
  });

  test('opening a link starts nothing; a counted link asks for a press', async () => {
    const counted = await newToken(world.call, 'guide', { type: 'MULTI_USE_COUNT_LIMITED', maxCount: 1 });
    const ada = person(world.server.base);
    for (const pt of [world.token, counted]) {
      const response = await ada.request(`/web/trustweb?pt=${pt}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html.includes('data-now')).toBe(pt === world.token);
      expect(html).toContain('Demo Organisation');
    }
    expect((await world.call('GET', `/api/process-manager/processTokens/${counted}`)).body.counter).toBe(0);
    await ada.start({ pt: counted });
    await expect(ada.start({ pt: counted })).rejects.toMatchObject({
      message: 'journey.link-ended',
      status: 410,
    });
    expect((await ada.request(`/web/trustweb?pt=${counted}`)).status).toBe(410);
    expect((await ada.request('/web/trustweb?pt=nothing')).status).toBe(410);
  });

  test('takes writes from itself only', async () => {
    const ada = person(world.server.base);
    const body = JSON.stringify({ pt: world.token });
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    };
    const response = await ada.request('/web/trustweb/start', { method: 'POST', body, headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'journey.cross-site' });
  });

  test('has the headers of a page that nobody frames and nothing foreign runs in', async () => {
    const ada = person(world.server.base);
    const { instanceId } = await ada.start({ pt: world.token });
    const { headers } = await ada.request(`/web/trustweb/${instanceId}`);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'nonce-[\w-]{22}'/,
    );
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('permissions-policy')).toContain('publickey-credentials-create=(self)');
    expect(headers.get('cache-control')).toBe('no-store');
    const script = await ada.request('/web/trustweb/assets/main.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  test('works without its module up to the ceremony', async () => {
    const ada = person(world.server.base);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const started = await ada.request('/web/trustweb/start', {
      method: 'POST',
      headers,
      body: `pt=${world.token}`,
    });
    expect(started.status).toBe(303);
    const instanceId = String(started.headers.get('location')).replace('/web/trustweb/', '');
    const form = await ada.look(instanceId);
    const refused = await ada.request(`/web/trustweb/${instanceId}/tasks/${form.task}`, {
      method: 'POST',
      headers,
      body: `_attempt=${form.attempt}&_kind=prepare&userName=&displayName=Ada`,
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Ada"');
  });

  test('refuses what no task takes, without failing the task', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    expect(await ada.send(form, { kind: 'submit', values: {} })).toMatchObject({
      status: 422,
      body: { code: 'activity.submission-refused' },
    });
    expect(await ada.send(form, { kind: 'nonsense' } as never)).toMatchObject({
      status: 400,
      body: { code: 'journey.submission-invalid' },
    });
    const big = await ada.send(form, {
      kind: 'registered',
      response: { a: 'x'.repeat(70_000) },
      elapsedMs: 1,
    });
    expect(big.status).toBe(413);
    expect((await ada.look(form.instanceId)).task).toBe(form.task);
  });
});
