import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, pause, startEvent } from '../../../../test/support/diagram.ts';
import {
  deploy,
  type JourneyWorld,
  journeyWorld,
  newToken,
  publicOrigin,
} from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

const manager = '/api/process-manager/processInstances';
let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const json = { headers: { accept: 'application/json' } };

describe('what the page is told', () => {
  test('as JSON when its module asks where the journey stands; another browser is told nothing', async () => {
    const ada = person(world.server.base);
    const { instanceId, task } = await ada.start({ pt: world.token });
    const answer = await ada.request(`/web/trustweb/${instanceId}`, json);
    expect(answer.headers.get('vary')).toBe('accept, accept-encoding');
    const view = (await answer.json()) as Record<string, string>;
    expect(view).toMatchObject({ kind: 'view', title: expect.stringContaining('Demo Organisation') });
    expect(view.html).toContain(`/tasks/${task}"`);
    const eve = await person(world.server.base).request(`/web/trustweb/${instanceId}`, json);
    expect([eve.status, await eve.json()]).toMatchObject([404, { code: 'journey.not-found' }]);
  });

  test('another device after a cancel, as the policy leaves it open', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    expect(form.html).not.toContain('data-do="another"');
    const again = await ada.press(await ada.cancel(form));
    expect(again.html).toContain('data-do="another"');
  });

  test('an address for another browser only where the link works again there', async () => {
    const ada = person(world.server.base);
    const { html } = await ada.start({ pt: world.token });
    expect(html).toContain(`data-link="${publicOrigin}/web/trustweb?pt=${world.token}"`);
    const counted = await newToken(world.call, 'guide', { type: 'MULTI_USE_COUNT_LIMITED', maxCount: 3 });
    expect((await ada.start({ pt: counted })).html).not.toContain('data-link');
    const { body } = await world.call('POST', `${manager}/create?pt=${world.token}`, {});
    const ps = new URL(String(body.redirectUrl)).searchParams.get('ps') ?? '';
    const own = await ada.start({ ps });
    expect(own.html).not.toContain('data-link');
  });

  test('a pause while nothing waits for the person, also without its module', async () => {
    const elements = [startEvent(), pause('Night', 'PT1H'), endEvent(), chain('Night')];
    await deploy(world.call, 'night', diagram(...elements));
    const ada = person(world.server.base);
    const { instanceId, html, task } = await ada.start({ pt: await newToken(world.call, 'night') });
    expect(task).toBeUndefined();
    expect(html).toContain('One moment…');
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
    const view = await (await ada.request(`/web/trustweb/${instanceId}`, json)).json();
    expect(view).toMatchObject({ kind: 'view', html: expect.stringContaining('data-view="pause"') });
  });

  test('the provider of the passkey by its name', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const aaguid = Buffer.from('dd4ec289e01d41c9bb8970fa845d4bf2', 'hex');
    const options = await ada.prepare(form);
    const response = createSoftAuthenticator({ aaguid }).createCredential(options, { origin: publicOrigin });
    const end = ada.after(form, await ada.send(form, { kind: 'registered', response, elapsedMs: 900 }));
    expect(end.html).toMatch(/Saved in .?iCloud Keychain/);
  });

  test('all passkeys of the person that count, with the new one', async () => {
    const ada = person(world.server.base);
    const end = await ada.register(await ada.start({ pt: world.token }));
    const [, text] = /data-accepted="([^"]+)"/.exec(end.html) ?? [];
    const accepted = JSON.parse((text ?? '').replaceAll('&quot;', '"'));
    expect(accepted).toMatchObject({ rpId: 'localhost', userId: expect.stringMatching(/^[\w-]{22,}$/) });
    expect(accepted.allAcceptedCredentialIds).toHaveLength(1);
    expect((await ada.look(end.instanceId)).html).toContain(text);
  });
});

describe('pages travel compressed', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('%s is answered with %s, and the page is the same', async (accepted, coding) => {
    const url = `/web/trustweb?pt=${world.token}`;
    const answer = await fetch(world.server.base + url, { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(await answer.text()).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });
});
