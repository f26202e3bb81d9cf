import { describe, expect, test } from 'vitest';
import { catalogues, type Language } from '../languages/index.ts';
import type { FormView, JourneyView } from '../protocol.ts';
import type { Frame } from './frame.ts';
import { renderMain } from './render-main.ts';
import { renderPage } from './render-page.ts';

const evil = '"><script>alert(1)</script>\'';
const frame: Frame = {
  language: 'en',
  nonce: 'abc',
  organisation: evil,
  assets: { scriptUrl: '/web/trustweb/assets/main-1.js', css: 'p{color:red}', directory: '' },
  now: 1_000,
};
const ended = (redirectUrl?: string): JourneyView => ({
  kind: 'ended',
  outcome: 'failed',
  reference: evil,
  ...(redirectUrl === undefined ? {} : { redirectUrl }),
});
const form: FormView = {
  kind: 'form',
  instanceId: 'A/B?',
  task: 't 1',
  attempt: 3,
  form: {
    title: { values: { en: evil } },
    components: [
      { type: 'text', id: 'userName', index: 1, label: { values: { en: evil } } },
      { type: 'paragraph', id: 'p', index: 0, values: { en: 'Hello {{processVar.name}}' } },
    ],
  },
  values: { userName: evil },
  substitute: (text) => text.replace('{{processVar.name}}', evil),
  readOnly: false,
  hideButtons: false,
  delaySeconds: 0,
};

describe('renderPage', () => {
  test.each([form, ended(), { kind: 'start', link: { pt: evil }, confirm: true } as const])(
    'lets no text out of its place: $kind',
    (view) => {
      const page = renderPage(view, frame);
      expect(page.match(/<script/g)).toHaveLength(1);
      expect(page).not.toContain('"><script');
    },
  );

  test('gives the nonce to its style and its module', () => {
    const page = renderPage(form, frame);
    expect(page).toContain('<style nonce="abc">');
    expect(page).toContain('<script type="module" nonce="abc" src="/web/trustweb/assets/main-1.js">');
  });

  test('names language and direction', () => {
    expect(renderPage(form, { ...frame, language: 'he' })).toContain('<html lang="he" dir="rtl">');
  });

  test('renders the same view to the same page', () => {
    expect(renderPage(form, frame)).toBe(renderPage(form, frame));
  });
});

describe('renderMain', () => {
  test('draws components by their index', () => {
    const { html } = renderMain(form, frame);
    expect(html.indexOf('Hello')).toBeLessThan(html.indexOf('id="f-userName"'));
  });

  test('sends an ordinary form to its task without JavaScript', () => {
    const { html } = renderMain(form, frame);
    expect(html).toContain('<form method="post" action="/web/trustweb/A%2FB%3F/tasks/t%201"');
    expect(html).toContain('name="_attempt" value="3"');
    expect(html).toContain('name="_kind" value="submit"');
  });

  test('tells remaining time, not moments of another clock', () => {
    expect(renderMain({ ...form, deadlineAt: 91_000 }, frame).html).toContain('data-remaining="90000"');
  });

  test("asks for registration in the guide's words where a passkey is made", () => {
    const passkey = { relyingPartyName: 'Northwind', timeoutMs: 300_000 };
    expect(renderMain({ ...form, passkey }, frame).html).toContain('>Submit for Registration</button>');
    expect(renderMain(form, frame).html).toContain('>Continue</button>');
  });

  test.each([
    [true, 'Turn on a screen lock, then try again.'],
    [false, 'or use a phone or a security key'],
  ])('advises no other device where the policy takes none (%s)', (needsThisDevice, advice) => {
    const passkey = { relyingPartyName: 'Northwind', timeoutMs: 300_000, needsThisDevice };
    expect(renderMain({ ...form, passkey, notice: 'unsupported' }, frame).html).toContain(advice);
  });

  test('advises this device where the policy takes none but it, also when another one was refused', () => {
    const passkey = { relyingPartyName: 'Northwind', timeoutMs: 300_000, needsThisDevice: true };
    for (const [tag, words] of Object.entries(catalogues)) {
      const own = { ...frame, organisation: 'Northwind', language: tag as Language };
      const shown = renderMain({ ...form, passkey, notice: 'unsuitable' }, own);
      const told = (text: string) => text.replaceAll('{organisation}', `\u2068${own.organisation}\u2069`);
      expect(shown.html, tag).toContain(told(words.keepOnThisDevice));
      expect(shown.html, tag).not.toContain(told(words.notices.unsuitable.body));
    }
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'nonsense'])(
    'makes no link of %s',
    (address) => {
      expect(renderMain(ended(address), frame).html).not.toContain('<a ');
    },
  );

  test('links onward where the token says so', () => {
    expect(renderMain(ended('https://example.org/a?b=1&c'), frame).html).toContain(
      'href="https://example.org/a?b=1&amp;c"',
    );
  });
});
