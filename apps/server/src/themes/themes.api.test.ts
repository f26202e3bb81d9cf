import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyIn } from '../../../../test/support/composed.ts';
import { type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { caller } from '../../../../test/support/registration-world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const themes = '/api/theme-server/themes';
const choice = '/api/theme-server/defaultTheme';
const ofGuide = '/api/process-manager/processDefinitions/guide/theme';
type Made = { id: string; name: string; version: number; status: string; code?: string; themeId?: string };
const create = (body: object, by = 'demo') => world.call<Made>('POST', themes, body, by);
const deployed = (name: string, more: object = {}) =>
  create({ name, design: {}, creationOption: 'Save & Deploy', ...more });
const pageOf = async (base = world.server.base) =>
  (await fetch(`${base}/web/trustweb?pt=${world.token}`)).text();

describe('a theme', () => {
  test('has numbered versions that never change, and is deployed, chosen and deleted with a trace in the audit', async () => {
    const first = await create({ name: 'brand', design: { light: { accent: '#b00020' } } });
    expect(first).toMatchObject({
      status: 201,
      body: { version: 1, status: 'EDITABLE', contrastFaults: [] },
    });
    const second = await create({ name: 'brand', design: { corners: 'square' } });
    expect(second.body.version).toBe(2);
    const done = await world.call<Made>('POST', `${themes}/${second.body.id}/status/DEPLOYED_ACTIVE`, {});
    expect(done).toMatchObject({ status: 200, body: { status: 'DEPLOYED_ACTIVE' } });
    expect(await world.call('GET', `${themes}/brand/versions?sort=version,desc`)).toMatchObject({
      body: { content: [{ version: 2, deployedVersion: 2 }, { version: 1 }] },
    });
    expect((await world.call('DELETE', `${themes}/${first.body.id}`)).status).toBe(204);
    expect((await world.call('GET', `${themes}/${first.body.id}`)).body.code).toBe('theme.not-found');
    expect((await world.call('GET', `${themes}/${second.body.id}`, undefined, 'other')).status).toBe(404);
    const audit = await world.call<{ content: { action: string }[] }>('GET', '/api/audit?size=100');
    const actions = audit.body.content.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['theme.created', 'theme.deployed', 'theme.deleted']));
  });

  test.each([
    [{ light: { accent: 'red' } }],
    [{ light: { accent: '#fff' } }],
    [{ light: { accent: '#ffffff;}' } }],
    [{ light: { background: '#ffffff' } }],
    [{ font: 'Comic Sans' }],
    [{ corners: 'round; }' }],
    [{ css: 'body{}' }],
  ])('is refused when it says anything but colours and words of the lists: %j', async (design) => {
    expect(await create({ name: 'odd', design })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  test('may be a draft that nobody can read, and is deployed only with enough contrast; each pair is named', async () => {
    const design = { light: { ink: '#999999' } };
    const draft = await create({ name: 'pale', design });
    expect(draft.status).toBe(201);
    const refusal = {
      status: 422,
      body: {
        code: 'theme.contrast-too-low',
        errors: expect.arrayContaining([
          {
            pointer: '/design/light/ink',
            detail: expect.stringMatching(/ink on paper has a contrast of 2\.84, at least 4\.5/),
          },
        ]),
      },
    };
    expect(await world.call('POST', `${themes}/${draft.body.id}/status/DEPLOYED_ACTIVE`, {})).toMatchObject(
      refusal,
    );
    expect(await deployed('pale', { design })).toMatchObject(refusal);
    expect((await world.call('GET', `${themes}/pale/versions`)).body.totalElements).toBe(1);
  });

  test('has files judged by their content, which stay where a new version says nothing of them', async () => {
    const logo = png(320, 80).toString('base64');
    const made = await create({ name: 'files', design: {}, logo, font: font.toString('base64') });
    expect(made).toMatchObject({
      status: 201,
      body: {
        assets: [
          { kind: 'font', mediaType: 'font/woff2' },
          { kind: 'logo', mediaType: 'image/png', width: 320, height: 80, data: logo },
        ],
      },
    });
    const next = await create({ name: 'files', design: {}, basedOn: made.body.id, font: null });
    expect(next).toMatchObject({ body: { assets: [{ kind: 'logo' }] } });
    expect((await create({ name: 'files', design: {}, basedOn: made.body.id }, 'other')).status).toBe(404);
  });

  test.each([
    ['logo', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['logo', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['logo', png(4000, 20)],
    ['logoDark', Buffer.alloc(64 * 1024 + 1, 0xff)],
    ['logo', Buffer.from('\xff\xd8\xff\xe0\xff\xff', 'latin1')],
    ['font', Buffer.from('wOF2')],
    ['font', Buffer.from(png(20, 20))],
  ])('is refused with a file that is none: %s %#', async (member, bytes) => {
    expect(await create({ name: 'odd', design: {}, [member]: bytes.toString('base64') })).toMatchObject({
      status: 422,
      body: { code: 'theme.asset-invalid', errors: [{ pointer: `/${member}` }] },
    });
  });
});

describe('the theme of a definition as its versions tell it', () => {
  const definitions = '/api/process-manager/processDefinitions';
  type Definition = Made & { lastUpdatedDtm: string; resources: object };
  const read = () =>
    world.call<Definition>('GET', `${definitions}/${world.definition}`).then(({ body }) => body);
  const version = async (more: object, by = 'demo') => {
    const { name, resources } = await read();
    return world.call<Definition>('POST', definitions, { name, resources, ...more }, by);
  };

  test('is chosen with a new version or draft by the id of a theme, told by each version, and cleared by null', async () => {
    const { body: early } = await deployed('told', { design: { light: { accent: '#b00020' } } });
    const { body: late } = await deployed('told', { design: { light: { accent: '#0b57d0' } } });
    expect((await read()).themeId).toBeUndefined();
    const made = await version({ themeId: early.id });
    expect(made).toMatchObject({ status: 201, body: { themeId: late.id } });
    expect((await read()).themeId).toBe(late.id);
    expect(await world.call('GET', ofGuide)).toMatchObject({ body: { themeName: 'told' } });
    expect((await version({})).body.themeId).toBe(late.id);
    const { id, resources, lastUpdatedDtm } = made.body;
    const change = (more: object) =>
      world.call<Definition>('POST', `${definitions}/${id}`, { resources, ...more });
    const cleared = await change({ expectedLastUpdatedDtm: lastUpdatedDtm, themeId: null });
    expect(cleared.status).toBe(200);
    expect(cleared.body.themeId).toBeUndefined();
    expect(await world.call('GET', ofGuide)).toMatchObject({ body: {} });
    const stale = await change({ expectedLastUpdatedDtm: lastUpdatedDtm, themeId: late.id });
    expect(stale.body.code).toBe('process-definition.changed');
    expect((await read()).themeId).toBeUndefined();
  });

  test('is none that is a draft, is deleted or is another tenant’s; then there is no new version either', async () => {
    const [draft, foreign] = [
      await create({ name: 'draftOnly', design: {} }),
      await create({ name: 'foreign', design: {}, creationOption: 'Save & Deploy' }, 'other'),
    ];
    const before = await world.call('GET', `${definitions}/guide/versions`);
    for (const themeId of [draft.body.id, foreign.body.id, world.definition])
      expect(await version({ themeId })).toMatchObject({
        status: 422,
        body: { code: 'theme.not-deployed', errors: [{ pointer: '/themeId' }] },
      });
    expect(await version({ themeId: 'red' })).toMatchObject({ status: 400 });
    const after = await world.call('GET', `${definitions}/guide/versions`);
    expect(after.body.totalElements).toBe(before.body.totalElements);
  });

  test('is only chosen by who may choose themes', async () => {
    const { body } = await deployed('guarded');
    const key = await keyIn(world.database, 'demo', [
      'TNT#demo#ProcessManager:createProcessDefinition',
      'TNT#demo#ProcessManager:getProcessDefinition',
    ]);
    const call = caller(world.server.base, { drawer: key.code });
    const { name, resources } = await read();
    const make = (more: object) => call('POST', definitions, { name, resources, ...more }, 'drawer');
    expect((await make({})).status).toBe(201);
    expect(await make({ themeId: body.id })).toMatchObject({
      status: 403,
      body: { code: 'access.forbidden' },
    });
    expect((await make({ themeId: null })).status).toBe(403);
  });
});

describe('the theme of a page', () => {
  test('is the definition’s, else the tenant’s, else the platform’s; the newest deployed version of it', async () => {
    expect(await pageOf()).not.toContain('--accent:');
    const red = await deployed('red', { design: { light: { accent: '#b00020' } } });
    const blue = await deployed('blue', { design: { light: { accent: '#0b57d0' } } });
    expect(await world.call('POST', choice, { themeName: 'red' })).toMatchObject({
      status: 200,
      body: { themeName: 'red', themeId: red.body.id },
    });
    expect(await pageOf()).toContain('--accent:#b00020');
    await world.call('POST', ofGuide, { themeName: 'blue' });
    expect(await pageOf()).toContain('--accent:#0b57d0');
    expect(await world.call('GET', `${themes}/blue/uses`)).toMatchObject({
      body: { isDefault: false, definitionNames: ['guide'] },
    });

    const made = await world.call<{ themeUrl: string }>(
      'POST',
      `/api/process-manager/processInstances/create?pt=${world.token}`,
      {},
    );
    expect(made.body.themeUrl).toMatch(new RegExp(`/web/trustweb/themes/${blue.body.id}$`));
    const read = await fetch(world.server.base + new URL(made.body.themeUrl).pathname);
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    expect(await read.json()).toEqual({ id: blue.body.id, design: { light: { accent: '#0b57d0' } } });

    await deployed('blue', { design: { light: { accent: '#00513b' } } });
    expect(await pageOf()).toContain('--accent:#00513b');
    await world.call('POST', ofGuide, { themeName: null });
    await world.call('POST', choice, { themeName: null });
    expect(await pageOf()).not.toContain('--accent:');
  });

  test('stays through the whole journey', async () => {
    await deployed('green', { design: { corners: 'square' } });
    await world.call('POST', ofGuide, { themeName: 'green' });
    const ada = person(world.server.base);
    expect((await ada.start({ pt: world.token })).html).toContain('--corner:0');
    await world.call('POST', ofGuide, { themeName: null });
  });

  test('cannot be chosen without a deployed version, nor lose its last one while it is chosen', async () => {
    await create({ name: 'draft', design: {} });
    for (const themeName of ['draft', 'nowhere'])
      expect(await world.call('POST', ofGuide, { themeName })).toMatchObject({
        status: 422,
        body: { code: 'theme.not-deployed', errors: [{ pointer: '/themeName' }] },
      });
    const only = await deployed('only');
    await world.call('POST', ofGuide, { themeName: 'only' });
    expect(await world.call('DELETE', `${themes}/${only.body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'theme.in-use', detail: expect.stringContaining('guide') },
    });
    await deployed('only');
    expect((await world.call('DELETE', `${themes}/${only.body.id}`)).status).toBe(204);
    const absent = '/api/process-manager/processDefinitions/nothing/theme';
    expect((await world.call('GET', absent)).body.code).toBe('process-definition.not-found');
    await world.call('POST', ofGuide, { themeName: null });
  });

  test('has its files at addresses that never change, of deployed versions alone', async () => {
    const logo = png(240, 60);
    const files = { logo: logo.toString('base64'), font: font.toString('base64') };
    const draft = await create({ name: 'logo', design: { logoHasName: true }, ...files });
    const at = (id: string, kind: string) => fetch(`${world.server.base}/web/trustweb/themes/${id}/${kind}`);
    expect((await at(draft.body.id, 'logo')).status).toBe(404);
    const { body } = await deployed('logo', { design: { logoHasName: true }, ...files });
    await world.call('POST', ofGuide, { themeName: 'logo' });
    const page = await pageOf();
    expect(page).toContain(
      `<img src="/web/trustweb/themes/${body.id}/logo" width="240" height="60" alt="Demo Organisation">`,
    );
    expect(page).not.toContain('class="mark"');
    const answer = await at(body.id, 'logo');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(logo);
    expect((await at(body.id, 'font')).headers.get('content-type')).toBe('font/woff2');
    for (const [id, kind] of [
      [body.id, 'logo-dark'],
      [body.id, 'x'],
      ['nothing', 'logo'],
    ] as const)
      expect((await at(id, kind)).status).toBe(404);
    await world.call('POST', ofGuide, { themeName: null });
  });
});

/** A transparent PNG of that size. */
function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What the header of a font must say; no browser would draw with it. */
const font = Buffer.alloc(48);
font.write('wOF2');
font.writeUInt32BE(48, 8);
