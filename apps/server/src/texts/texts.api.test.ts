import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

type Texts = { language: string; texts: { key: string; source: string; text: string; override?: string }[] };
const list = (language: string, by = 'demo') =>
  world.call<Texts>('GET', `/api/theme-server/texts/${language}`, undefined, by);
const put = (language: string, overrides: object) =>
  world.call<Texts>('POST', `/api/theme-server/texts/${language}`, { overrides });
const pageIn = async (language: string) =>
  (await fetch(`${world.server.base}/web/trustweb?pt=${world.token}&lang=${language}`)).text();

describe('the texts of the pages', () => {
  test('are listed with their source, in every language, those beside fields too', async () => {
    const { body } = await list('de');
    expect(body.texts.length).toBeGreaterThan(80);
    expect(body.texts.find(({ key }) => key === 'starting')).toEqual({
      key: 'starting',
      source: 'One moment…',
      text: 'Einen Moment …',
    });
    expect(body.texts.some(({ key }) => key === 'form.invalid.email')).toBe(true);
    expect((await list('xx')).body).toMatchObject({ code: 'text.language-unknown' });
  });

  test('are the tenant’s own where it has put some in place, in that language alone', async () => {
    expect((await put('de', { starting: 'Gleich geht es los …' })).status).toBe(200);
    expect(await pageIn('de')).toContain('Gleich geht es los …');
    expect(await pageIn('en')).toContain('One moment…');
    expect((await list('de', 'other')).body.texts.find(({ key }) => key === 'starting')?.override).toBe(
      undefined,
    );
    await put('de', { starting: null });
    expect(await pageIn('de')).not.toContain('Gleich geht es los …');
  });

  test('are in the language of the link, else of its process token, else of the browser', async () => {
    const token = await newToken(world.call, 'guide', { parameters: { lang: 'he-IL' } });
    const langOf = async (pt: string, more = '', accept = 'fr') => {
      const url = `${world.server.base}/web/trustweb?pt=${pt}${more}`;
      const html = await (await fetch(url, { headers: { 'accept-language': accept } })).text();
      return /<html lang="(\w+)" dir="(\w+)"/.exec(html)?.slice(1);
    };
    expect(await langOf(token)).toEqual(['he', 'rtl']);
    expect(await langOf(token, '&lang=ja')).toEqual(['ja', 'ltr']);
    expect(await langOf(world.token)).toEqual(['fr', 'ltr']);
    expect(await langOf(world.token, '&lang=xx', 'sv')).toEqual(['en', 'ltr']);
  });

  test('are escaped like every text', async () => {
    await put('en', { starting: '<b>Hello</b>' });
    const page = await pageIn('en');
    expect(page).toContain('&lt;b&gt;Hello&lt;/b&gt;');
    expect(page).not.toContain('<b>Hello');
    await put('en', { starting: null });
  });

  test('are used beside fields by the page and by the server', async () => {
    const own = 'Ohne Benutzernamen geht es nicht weiter.';
    await put('de', { 'form.missing': own, 'form.length.between': '{min} bis {max} Zeichen, bitte.' });
    const ada = person(world.server.base);
    const { body } = (await ada
      .request('/web/trustweb/start', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ pt: world.token, lang: 'de' }),
      })
      .then(async (response) => ({ body: await response.json() }))) as { body: { location: string } };
    const at = await ada.look(body.location.replace('/web/trustweb/', ''));
    expect(at.html).toContain('lang="de"');
    const answer = await ada.send(at, { kind: 'prepare', values: {} });
    expect(answer.body).toMatchObject({ kind: 'errors' });
    expect(at.html.includes(own) || JSON.stringify(answer.body).includes(own)).toBe(true);
  });

  test.each([
    ['expired.body', 'Ask for a new one.', /Keep \{organisation\}/],
    ['savedIn', 'Saved in {provider}.', /Keep \{name\}/],
    ['starting', 'Hello {organisation}', /would not be filled in/],
    ['expired.body', '{organisation} {organisation}', /only once/],
    ['starting', 'Hello {', /braces only/],
    ['starting', '  ', /Write something/],
    ['starting', 'a\nb', /line breaks/],
    ['starting', 'x'.repeat(1_001), /at most 1000/],
    ['direction', 'rtl', /no text with this key/],
    ['constructor', 'x', /no text with this key/],
  ])('are refused with the reason beside the key: %s = %j', async (key, text, detail) => {
    expect(await put('en', { starting: 'Fine', [key]: text })).toMatchObject({
      status: 400,
      body: {
        code: 'text.invalid',
        errors: [{ pointer: `/overrides/${key}`, detail: expect.stringMatching(detail) }],
      },
    });
    expect((await list('en')).body.texts.some(({ override }) => override !== undefined)).toBe(false);
  });
});
