import { permissionIn } from '@latchkey/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyIn } from '../../../../test/support/composed.ts';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import {
  deploy,
  deployPage,
  type JourneyWorld,
  journeyWorld,
} from '../../../../test/support/journey-world.ts';
import { makeZip } from '../../../../test/support/make-zip.ts';
import { caller } from '../../../../test/support/registration-world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const path = '/api/theme-server/customPages';
const html = (text: string) => [{ path: 'index.html', text }];
const create = (name: string, more: object) => world.call('POST', path, { name, ...more });
const files = [
  { name: 'index.html', text: '<!doctype html><h1>One</h1>' },
  { name: 'img/a.svg', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  { name: 'data.bin.wasm', text: Buffer.from([0, 97, 115, 109]) },
];
const showing = (name: string, version = '1') =>
  diagram(
    startEvent(),
    task('Page', 'customPageV2', { customPageName: name, customPageVersion: version }),
    endEvent(),
    chain('Page'),
  );

describe('a version of a page', () => {
  test('is made of an archive and read as it was packed', async () => {
    const { status, body } = await create('zip', { archive: makeZip(files).toString('base64') });
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 1, status: 'EDITABLE', kind: 'FILES', fileCount: 3 });
    expect(body.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect((body.files as { path: string }[]).map((file) => file.path)).toEqual([
      'data.bin.wasm',
      'img/a.svg',
      'index.html',
    ]);
    const text = await world.call('GET', `${path}/${body.id}/text?path=index.html`);
    expect(text.body).toMatchObject({ text: files[0]?.text, type: 'text/html; charset=utf-8' });
    const binary = await world.call('GET', `${path}/${body.id}/text?path=data.bin.wasm`);
    expect(binary.body).not.toHaveProperty('text');
    expect((await world.call('GET', `${path}/${body.id}/text?path=none.js`)).body.code).toBe(
      'page.file-not-found',
    );
  });

  test('is made of documents over another version, compared with it, and rolled back', async () => {
    const first = await create('edit', { archive: makeZip(files).toString('base64') });
    const { id } = first.body;
    const second = await create('edit', { basedOn: id, documents: html('<h1>Two</h1>') });
    expect(second.body).toMatchObject({ version: 2, fileCount: 3 });
    const changes = await world.call('GET', `${path}/${id}/changes/${second.body.id}`);
    expect(changes.body).toEqual([{ path: 'index.html', change: 'CHANGED', before: 27, after: 12 }]);
    const back = await create('edit', { basedOn: id, creationOption: 'Save & Deploy' });
    expect(back.body).toMatchObject({
      version: 3,
      status: 'DEPLOYED_ACTIVE',
      contentHash: first.body.contentHash,
    });
    expect((await world.call('GET', `${path}/${id}/changes/${back.body.id}`)).body).toEqual([]);
  });

  test('stands elsewhere by an address, which is https and not our own', async () => {
    const made = await create('outside', { baseAppUrl: 'https://app.example.org/x#y' });
    expect(made.body).toMatchObject({
      kind: 'EXTERNAL',
      baseAppUrl: 'https://app.example.org/x',
      fileCount: 0,
    });
    for (const baseAppUrl of [
      'http://app.example.org',
      'javascript:alert(1)',
      'nothing',
      'https://user:pass@app.example.org',
    ])
      expect(await create('outside', { baseAppUrl })).toMatchObject({
        status: 422,
        body: { code: 'page.external-url-invalid', errors: [{ pointer: '/baseAppUrl' }] },
      });
  });

  test.each([
    ['nothing', {}],
    ['an archive and documents', { archive: '', documents: [] }],
    ['an archive and an address', { archive: '', baseAppUrl: 'https://a.example' }],
  ])('cannot be made of %s', async (_what, more) => {
    expect((await create('none', more)).body.code).toBe('page.content-missing');
  });

  test.each([
    ['page.index-missing', [{ name: 'app.js' }]],
    ['page.entry-refused', [...files, { name: '../evil.js' }]],
    ['page.entry-refused', [...files, { name: 'a.js', mode: 0o120777 }]],
    ['page.too-many-files', Array.from({ length: 10_000 }, (_one, at) => ({ name: `${at}.js` }))],
  ])('is refused with %s and leaves nothing behind', async (code, entries) => {
    const refused = await create('refused', { archive: makeZip(entries).toString('base64') });
    expect(refused.body).toMatchObject({ code, detail: expect.any(String) });
    expect((await world.call('GET', `${path}/refused/versions`)).status).toBe(404);
  });

  test('of the editor obeys the same rules', async () => {
    const documents = [...html('x'), { path: '../evil.js', text: '' }];
    expect((await create('refused', { documents })).body.code).toBe('page.entry-refused');
    expect((await create('refused', { documents: [{ path: 'a.js', text: '' }] })).body.code).toBe(
      'page.index-missing',
    );
  });

  test('of another tenant is as if it were not there', async () => {
    const { body } = await create('mine', { documents: html('x') });
    const foreign = (method: string, at: string, sent?: object) =>
      world.call(method, `${path}/${at}`, sent, 'other');
    for (const [method, at] of [
      ['GET', `${body.id}`],
      ['GET', `${body.id}/text?path=index.html`],
      ['GET', `${body.id}/changes/${body.id}`],
      ['GET', `${body.id}/uses`],
      ['GET', 'mine/versions'],
      ['DELETE', `${body.id}`],
    ] as const)
      expect(await foreign(method, at)).toMatchObject({ status: 404, body: { code: 'page.not-found' } });
    const stolen = await world.call('POST', path, { name: 'mine', basedOn: body.id }, 'other');
    expect(stolen.body.code).toBe('page.not-found');
  });
});

describe('publishing', () => {
  test('has a permission of its own, which Save & Deploy needs as well', async () => {
    const mayCreate = ['createCustomPage', 'getCustomPage'].map((one) =>
      permissionIn('demo', `ThemeServer:${one}`),
    );
    const { code } = await keyIn(world.database, 'demo', mayCreate);
    const call = caller(world.server.base, { demo: code, other: code });
    const draft = await call('POST', path, { name: 'draft', documents: html('x') });
    expect(draft.status).toBe(201);
    const at = `${path}/${draft.body.id}/status/DEPLOYED_ACTIVE`;
    expect((await call('POST', at, {})).body.code).toBe('access.forbidden');
    for (const more of [{ creationOption: 'Save & Deploy' }, { status: 'DEPLOYED_ACTIVE' }])
      expect(await call('POST', path, { name: 'draft', documents: html('x'), ...more })).toMatchObject({
        status: 403,
        body: { code: 'access.forbidden' },
      });
    expect((await world.call('POST', at, {})).body.status).toBe('DEPLOYED_ACTIVE');
    const audit = await world.call<{ content: { action: string; outcome: string }[] }>(
      'GET',
      `/api/audit?targetId=${draft.body.id}&size=50`,
    );
    expect(audit.body.content.map(({ action }) => action)).toContain('page.deployed');
  });
});

describe('a page in a diagram', () => {
  test('must be there, deployed, in that version, when the definition is deployed', async () => {
    const { body: draft } = await create('later', { documents: html('x') });
    await expect(deploy(world.call, 'later', showing('later'))).rejects.toThrow(
      'There is no deployed version 1 of the page',
    );
    await world.call('POST', `${path}/${draft.id}/status/DEPLOYED_ACTIVE`, {});
    await deploy(world.call, 'later', showing('later'));
    await expect(deploy(world.call, 'later', showing('later', '2'))).rejects.toThrow(
      'There is no deployed version 2 of the page',
    );
  });

  test('keeps its version from being deleted; a deleted one is told at the next deployment', async () => {
    const { body: page } = await deployPage(world.call, 'kept', html('x'));
    const draft = { name: 'kept', resources: { bpmn: { data: showing('kept'), type: 'BPMN' } } };
    const { body: made } = await world.call('POST', '/api/process-manager/processDefinitions', draft);
    expect((await world.call('GET', `${path}/${page.id}/uses`)).body).toEqual([
      {
        definitionId: made.id,
        name: 'kept',
        version: 1,
        status: 'EDITABLE',
        element: 'Page',
        isCertain: true,
      },
    ]);
    expect((await world.call('DELETE', `${path}/${page.id}`)).status).toBe(204);
    const late = await world.call(
      'POST',
      `/api/process-manager/processDefinitions/${made.id}/status/DEPLOYED_ACTIVE`,
      {},
    );
    expect(late.body).toMatchObject({ code: 'definition.invalid' });
    expect(JSON.stringify(late.body.errors)).toContain('no deployed version 1 of the page');
    const { body: again } = await deployPage(world.call, 'kept', html('x'));
    expect(again.version).toBe(2);
    await deploy(world.call, 'kept', showing('kept', '2'));
    expect(await world.call('DELETE', `${path}/${again.id}`)).toMatchObject({
      status: 409,
      body: { code: 'page.in-use', detail: expect.stringContaining('kept, version 2') },
    });
  });
});
