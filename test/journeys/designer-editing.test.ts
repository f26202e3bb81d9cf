import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('undoes and redoes every change, also those of the panel, each by one step', async () => {
    await designer.create('Undone');
    await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
    await designer.press('Create Start Event');
    await designer.press('Add User');
    await designer.fill('Store Name', 'demoStore');
    await designer.attach('ExtId Not Unique');
    expect(await page.locator('.djs-shape').count()).toBeGreaterThan(3);
    await designer.onCanvas('Control+z');
    await expect.poll(() => designer.shapes('ExtId Not').count()).toBe(0);
    await designer.onCanvas('Control+z');
    await designer.choose('Add User');
    await expect
      .poll(() =>
        designer
          .panel()
          .getByLabel(/^Store Name/)
          .inputValue(),
      )
      .toBe('');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect
      .poll(() =>
        designer
          .panel()
          .getByLabel(/^Store Name/)
          .inputValue(),
      )
      .toBe('demoStore');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => designer.shapes('ExtId Not').count()).toBeGreaterThan(0);
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
    await designer.onCanvas('Delete');
    await heading('Process');
    expect(await page.locator('.djs-shape').filter({ hasText: 'Get User' }).count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
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

  test('in the outline a whole process is built, changed and mended by keyboard alone', async () => {
    await designer.create('Outlined');
    await page.getByText('Outline', { exact: true }).click();
    const list = page.getByRole('region', { name: 'Outline' });
    const focused = (name: string) =>
      expect
        .poll(
          () =>
            page.evaluate(
              'document.activeElement?.matches("[data-step]") && document.activeElement.textContent',
            ),
          { timeout: 10_000 },
        )
        .toContain(name);
    const here = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    const pick = async (name: string) => {
      for (let step = 0; step < 120 && (await here()) !== name; step++)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    };
    const act = async (row: string, menu: string, choice: string) => {
      // The menu before may still be closing.
      await expect.poll(() => page.getByRole('menuitem').count(), { timeout: 10_000 }).toBe(0);
      await list
        .getByRole('button', { name: `Actions for ${row}`, exact: true })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: menu, exact: true }).waitFor();
      for (let step = 0; step < 8 && (await here()) !== menu; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await expect.poll(here).not.toBe(menu);
      await pick(choice);
    };
    await list.getByRole('button', { name: 'Add to the process' }).focus();
    await page.keyboard.press('Enter');
    await pick('Create Start Event');
    await focused('Start');
    await act('Start', 'Add after this', 'Get User');
    await focused('Get User');
    await act('Get User', 'Change into', 'Add User');
    await focused('Add User');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('INPUT');
    await designer
      .panel()
      .getByLabel(/^Store Name/)
      .focus();
    await page.keyboard.type('demoStore');
    await designer
      .panel()
      .getByLabel(/^User Key/)
      .focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('user1');
    await page.keyboard.press('Escape');
    await focused('Add User');
    await act('Add User', 'Add after this', 'Create End Event');
    await focused('End');
    await act('Add User', 'When it ends otherwise', 'ExtId Not Unique');
    await focused('ExtId Not Unique');
    await act('ExtId Not Unique', 'Connect to another element', 'End');
    await page.getByRole('button', { name: 'No problems' }).waitFor();
    await act('Add User', 'Add after this', 'Wait');
    await focused('Wait');
    await page.keyboard.press('Delete');
    await expect.poll(() => list.getByRole('button', { name: 'Actions for Wait' }).count()).toBe(0);
    expect(await list.getByRole('heading', { level: 2 }).textContent()).toBe('4 steps');
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
    const offered = await page.getByRole('option').first().locator('code').textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe(`\${${offered}}`);
    await designer.panel().getByRole('button', { name: 'Data known here' }).click();
    const path = designer
      .panel()
      .getByRole('button', { name: /^Copy _identityStore/ })
      .first();
    await path.click();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toMatch(/^\$\{_identityStore\..+\}$/);
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
    await designer.saved();
    expect(await savedDiagram(api, 'Passkey registration')).toContain(
      '<latchkey:entry key="email">ada@example.com</latchkey:entry>',
    );
  });
});
