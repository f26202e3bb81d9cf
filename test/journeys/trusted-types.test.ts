import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { designerPage } from './support/designer-page.ts';
import { type DesignerWorld, designerWorld } from './support/designer-world.ts';

type Sinks = { readonly [Name in 'innerHTML' | 'srcdoc' | 'src' | 'text']: string };
type Browserlike = {
  readonly document: { readonly createElement: (tag: string) => Sinks };
  readonly DOMParser: new () => { parseFromString: (text: string, type: string) => unknown };
  readonly Worker: new (address: string) => unknown;
  readonly trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
};

/** What an attacker would try who can make a library write a text of theirs. Runs in the page. */
const attempts = {
  'markup with a handler': ({ document }: Browserlike) =>
    Object.assign(document.createElement('div'), { innerHTML: '<img src=x onerror="ran()">' }),
  'markup with a script': ({ document }: Browserlike) =>
    Object.assign(document.createElement('div'), { innerHTML: '<script>ran()</script>' }),
  'a document in a frame': ({ document }: Browserlike) =>
    Object.assign(document.createElement('iframe'), { srcdoc: '<script>ran()</script>' }),
  'a document of the parser': ({ DOMParser }: Browserlike) =>
    new DOMParser().parseFromString('<script>ran()</script>', 'text/html'),
  'the address of a script': ({ document }: Browserlike) =>
    Object.assign(document.createElement('script'), { src: 'https://evil.example/a.js' }),
  'the text of a script': ({ document }: Browserlike) =>
    Object.assign(document.createElement('script'), { text: 'ran()' }),
  'a worker of data': ({ Worker }: Browserlike) => new Worker('data:text/javascript,ran()'),
  'a worker of another folder': ({ Worker }: Browserlike) => new Worker('/backoffice/'),
  'a policy of one’s own': ({ trustedTypes }: Browserlike) => trustedTypes.createPolicy('mine', {}),
  'the default policy again': ({ trustedTypes }: Browserlike) => trustedTypes.createPolicy('default', {}),
  'the inert policy again': ({ trustedTypes }: Browserlike) =>
    trustedTypes.createPolicy('latchkey-inert', { createHTML: (text: string) => text }),
  'a text to evaluate': () => Reflect.get(globalThis, 'eval')('ran()'),
  'a function of a text': () => new Function('ran()')(),
};

describe('the Backoffice’s page', () => {
  let world: DesignerWorld;
  let page: Page;

  beforeAll(async () => {
    world = await designerWorld();
    ({ page } = world);
    const designer = designerPage(page, world.latchkey.baseUrl);
    await designer.create('Sinks');
  });
  afterAll(() => world.close());

  test.each(Object.entries(attempts))('refuses %s', async (_, attempt) => {
    // In a task of the page's own: what the test's connection evaluates directly may do more than the page.
    const outcome = await page.evaluate(
      `new Promise((told) => setTimeout(() => {
        try { (${attempt})(globalThis); told('taken'); } catch (error) { told(error.name); }
      }))`,
    );
    expect(['TypeError', 'EvalError']).toContain(outcome);
    await expect
      .poll(() => world.refusals.splice(0))
      .toMatchObject([expect.stringMatching(/^(require-)?trusted-types/)]);
  });

  test('takes what its libraries write', async () => {
    const taken = await page.evaluate(() => {
      const { document } = globalThis as unknown as Browserlike;
      const element = document.createElement('div');
      Object.assign(element, { innerHTML: '<b class="djs-search-highlight">a</b>' });
      return element.innerHTML;
    });
    expect(taken).toBe('<b class="djs-search-highlight">a</b>');
  });

  test('shows names that look like markup as they are, wherever the canvas writes them', async () => {
    const name = '<img src=x onerror="ran()">';
    const designer = designerPage(page, world.latchkey.baseUrl);
    await designer.create('Hostile names');
    await designer.press('Create Start Event');
    await designer.fill('Name', name);
    await designer.press('Create End Event');
    await page.getByRole('button', { name: 'Find an element (Ctrl+F)' }).click();
    await page.getByLabel('Search in diagram').waitFor();
    await page.keyboard.type('onerror');
    const found = page.locator('.djs-search-result').first();
    await expect.poll(() => found.locator('.djs-search-highlight').textContent()).toBe('onerror');
    expect(await found.locator('.djs-search-result-primary').textContent()).toBe(name);
    await found.click();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(world.refusals).toEqual([]);
  });
});
