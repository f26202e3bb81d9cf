import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockedFlows } from '../support/blocked-flows.ts';
import type { Rest } from '../support/rest.ts';
import { designerPage } from './support/designer-page.ts';
import { type DesignerWorld, designerWorld, savedDiagram } from './support/designer-world.ts';

const example = join(import.meta.dirname, '../../examples/passkey-registration.bpmn');

/** Everything that people expect of an editor, in a real browser. */
describe('the Process Designer as an editor', () => {
  let world: DesignerWorld;
  let page: Page;
  let api: Rest;
  let designer: ReturnType<typeof designerPage>;

  beforeAll(async () => {
    world = await designerWorld();
    ({ page, api } = world);
    designer = designerPage(page, world.latchkey.baseUrl);
  });
  afterAll(() => world.close());

  const heading = (name: string) => designer.panel().getByRole('heading', { name, level: 2 }).waitFor();

  const field = (label: string) =>
    designer
      .panel()
      .getByLabel(new RegExp(`^${label}`))
      .first();

  test('undoes and redoes every change, also those of the panel, each by one step', async () => {
    await designer.create('Undone');
    await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
    await designer.press('Create Start Event');
    await designer.press('Add User');
    await designer.fill('Store Name', 'otherStore');
    await designer.attach('ExtId Not Unique');
    await expect.poll(() => page.locator('.djs-shape').count()).toBeGreaterThan(3);
    await designer.onCanvas('Control+z');
    await expect.poll(() => designer.shapes('ExtId Not').count()).toBe(0);
    await designer.onCanvas('Control+z');
    await designer.choose('Add User');
    await expect.poll(() => field('Store Name').inputValue()).not.toBe('otherStore');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => field('Store Name').inputValue()).toBe('otherStore');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => designer.shapes('ExtId Not').count()).toBeGreaterThan(0);
  });

  test('a new step takes what there is only one of, and is not called wrong before somebody has left it', async () => {
    await designer.create('Begun');
    // What there is only one of is known by now.
    await page.waitForLoadState('networkidle');
    await designer.press('Create Start Event');
    await designer.press('Start Passkey Registration');
    await expect.poll(() => field('Registration Policy').inputValue()).toBe('passkeyPolicy');
    expect(await field('Store Name').inputValue()).toBe('demoStore');
    expect(await field('Relying Party ID').inputValue()).toBe('localhost');
    await designer.press('Add User');
    await page.getByRole('button', { name: /^\d problems?/ }).waitFor();
    await designer.panel().getByText('Still to fill in: User Key.').waitFor();
    const faulty = page.locator('.djs-shape.lk-problem');
    expect(await faulty.count()).toBe(0);
    expect(await field('User Key').getAttribute('aria-invalid')).toBeNull();
    await field('User Key').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => field('User Key').getAttribute('aria-invalid')).toBe('true');
    await faulty.waitFor();

    await designer.press('Get User');
    await designer.panel().getByText('Still to fill in: User Key.').waitFor();
    await page.getByRole('button', { name: /^\d problems?/ }).click();
    const told = page.getByRole('region', { name: 'Problems' }).getByRole('button', { name: /Get User/ });
    expect((await told.first().innerText()).match(/Get User/g)).toHaveLength(1);
    await told.first().click();
    await expect.poll(() => field('User Key').getAttribute('aria-invalid')).toBe('true');

    await designer.press('Update User');
    await designer.panel().getByText('Still to fill in: User Key.').waitFor();
    await page.getByRole('button', { name: 'Save & Deploy' }).click();
    await expect.poll(() => field('User Key').getAttribute('aria-invalid')).toBe('true');

    for (let step = 0; step < 4; step++) await designer.onCanvas('Control+z');
    await expect.poll(() => designer.shapes('Start Passkey').count()).toBe(0);
  });

  test('is drawn by keys alone: adds, appends, attaches, changes, names, deletes', async () => {
    await designer.create('Keys');
    const take = async (key: string, label: string) => {
      await designer.onCanvas(key);
      await page.locator('.djs-popup input').waitFor();
      await page.keyboard.type(label);
      await page.locator('.djs-popup .entry').first().waitFor();
      await page.keyboard.press('Enter');
    };
    await take('n', 'Create Start');
    await heading('Start event');
    await take('a', 'Add User');
    await heading('Add User');
    await designer.onCanvas('b');
    await page.locator('.djs-popup .entry').first().waitFor();
    await page.keyboard.press('Enter');
    await heading('Boundary event');
    await designer.choose('Add User');
    await take('r', 'Get User');
    await heading('Get User');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('INPUT');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('svg');
    await designer.onCanvas('Delete');
    await heading('Process');
    await expect.poll(() => designer.shapes('Get User').count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('puts what is added after a step onto the way that leaves it, or onto the chosen flow', async () => {
    await designer.create('Between');
    await designer.press('Create Start Event');
    await designer.press('Create End Event');
    await designer.choose('Start');
    await designer.press('Add User');
    await designer.choose('Start');
    await designer.flowTo('Add User');
    await designer.press('Get User');
    await heading('Get User');
    const edges = async (name: string) => {
      const box = await designer.shapes(name).first().boundingBox();
      if (!box) throw new Error(`${name} is not seen.`);
      return [box.x, box.x + box.width];
    };
    const inOrder = (await Promise.all(['Get User', 'Add User'].map(edges))).flat();
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    expect(await page.locator('.djs-connection').count()).toBe(3);
    // The focus is in the palette; each insertion is one step.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.djs-connection').count()).toBe(1);
    await page.keyboard.press('Control+y');
    await designer.choose('Add User');
    await designer.attach('ExtId Not Unique');
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('Connect ExtId Not Unique to');
  });

  test('tells at the field what a step names and is not there, and leads to where it is made', async () => {
    await designer.open('Passkey registration');
    await designer.choose('Start Passkey Registration');
    await designer.fill('Registration Policy', 'gone');
    await designer.panel().getByText('There is no registration policy "gone".').waitFor();
    const make = designer.panel().getByRole('link', { name: 'New registration policy, in a new tab' });
    expect(await make.getAttribute('href')).toMatch(/\/new-policy$/);
    await designer.fill('Registration Policy', 'passkeyPolicy');
    await designer.panel().getByRole('link', { name: 'Open passkeyPolicy in a new tab' }).waitFor();
    await page.getByRole('button', { name: 'No problems' }).waitFor();
  });

  test('aligns what is chosen, and lays the whole diagram out anew, which can be taken back', async () => {
    await designer.create('Aligned');
    await designer.press('Create Start Event');
    await designer.dragToCanvas('Add User', { x: 0.5, y: 0.2 });
    await designer.dragToCanvas('Get User', { x: 0.6, y: 0.7 });
    await designer.onCanvas('Control+a');
    await designer.panel().getByRole('button', { name: 'Left edges' }).click();
    const lefts = () =>
      page
        .locator('.djs-shape .lk-card-face')
        .evaluateAll((cards) =>
          cards.map((card) =>
            Math.round((card as { getBoundingClientRect(): { x: number } }).getBoundingClientRect().x),
          ),
        );
    await expect.poll(async () => new Set(await lefts()).size).toBe(1);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Lay out anew' }).click();
    await page.getByText('The diagram was laid out anew.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(async () => new Set(await lefts()).size).toBe(1);
  });

  test('leads a loop round the steps on its way, and round its own host', async () => {
    await designer.create('Loops');
    await designer.press('Create Start Event');
    await designer.press('Passkey Registration Form');
    await designer.press('Complete Passkey Registration');
    await designer.press('Simple Decider');
    await designer.connectTo('Passkey Registration Form');
    await designer.choose('Complete Passkey Registration');
    await designer.attach('User cancelled');
    await designer.connectTo('Complete Passkey Registration');
    await designer.choose('Passkey Registration Form');
    await designer.attach('Timeout');
    await designer.connectTo('Passkey Registration Form');
    await designer.saved();
    const saved = () => savedDiagram(api, 'Loops');
    await expect.poll(async () => (await saved()).match(/<bpmn:sequenceFlow /g)?.length).toBe(6);
    expect(await blockedFlows(await saved())).toEqual([]);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Lay out anew' }).click();
    await page.getByText('The diagram was laid out anew.').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  test('gives back by export what it took by import', async () => {
    await designer.create('Round');
    const file = async (take: () => Promise<void>) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await take();
    };
    await file(async () => {
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: 'Import a BPMN file…' }).click();
      await (await chosen).setFiles(example);
    });
    await page.locator('[data-element-id="AddUser"]').waitFor();
    let exported = '';
    await file(async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Export as BPMN file' }).click();
      const got = await download;
      expect(got.suggestedFilename()).toBe('Round-v1.bpmn');
      exported = await readFile(await got.path(), 'utf8');
    });
    const partsOf = (xml: string) =>
      [...xml.matchAll(/<(?:bpmn|latchkey):(\w+) [^>]*?(?:id|name|type)="([^"]+)"/g)]
        .map((part) => part.slice(1))
        .sort();
    expect(partsOf(exported)).toEqual(partsOf(await readFile(example, 'utf8')));
  });

  test('completes, marks and copies what an expression may read, and keeps a table of constants', async () => {
    await designer.open('Passkey registration');
    await designer.choose('Simple Decider');
    await designer
      .panel()
      .getByRole('button', { name: /: Derive Decision From$/ })
      .click();
    const field = designer.panel().locator('[data-property="deriveDecisionFrom"]');
    await field.fill('${users');
    await page.getByRole('option').first().waitFor();
    await field.fill('${1 +}');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('${_iden');
    const first = page.getByRole('option').first().locator('code');
    await expect.poll(() => first.textContent()).toContain('_identityStore');
    const offered = await first.textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe(`\${${offered}}`);
    await designer.panel().getByRole('button', { name: 'Data known here' }).click();
    const path = designer
      .panel()
      .getByRole('button', { name: /^Copy _identityStore/ })
      .first();
    await path.click();
    const copied = () => page.evaluate('navigator.clipboard.readText()');
    await expect.poll(copied).toMatch(/^\$\{_identityStore\..+\}$/);
    await designer.choose('Add User');
    await designer
      .panel()
      .getByRole('button', { name: /^Show \d+ more/ })
      .click();
    const table = designer.panel().getByRole('group', { name: 'User Attributes' });
    await table.getByRole('button', { name: 'Add entry' }).click();
    await table.getByRole('textbox', { name: 'Name' }).fill('email');
    await table.locator('textarea').fill('ada@example.com');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => savedDiagram(api, 'Passkey registration'))
      .toContain('<latchkey:entry key="email">ada@example.com</latchkey:entry>');
  });
});
