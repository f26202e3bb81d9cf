import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { designerPage } from './support/designer-page.ts';
import { type DesignerWorld, designerWorld } from './support/designer-world.ts';
import { findingsOf } from './support/findings.ts';
import { focusRing } from './support/focus-ring.ts';
import { tooWideBy } from './support/visit-backoffice.ts';

/** The whole page of the designer as axe sees it, whatever is open, without exclusions. */
describe('the Process Designer for everybody', () => {
  let world: DesignerWorld;
  let page: Page;
  let designer: ReturnType<typeof designerPage>;

  beforeAll(async () => {
    world = await designerWorld();
    ({ page } = world);
    designer = designerPage(page, world.latchkey.baseUrl);
  });
  afterAll(() => world.close());

  const panel = () => page.getByRole('complementary', { name: 'Properties' });
  const onCanvas = async (...keys: readonly string[]) => {
    await page.locator('.lk-canvas .djs-container svg').first().focus();
    for (const key of keys) await page.keyboard.press(key);
  };
  const open = async (name: string) => {
    await page.goto(`${world.latchkey.baseUrl}/backoffice/designer/${encodeURIComponent(name)}`);
    await page.locator('.djs-element').first().waitFor();
    await panel().waitFor();
  };

  test.each(['light', 'dark'] as const)(
    'has no finding of axe on the whole page, menus, dialogs and outline open, in %s',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      const look = async (where: string) =>
        found.push(...(await findingsOf(page)).map((finding) => `${where}: ${finding}`));
      await designer.create(`Blank in ${scheme}`);
      await expect.poll(() => page.locator('h1:focus').textContent()).toBe(`Blank in ${scheme}`);
      await look('empty canvas');
      for (const field of [
        page.getByRole('radio', { name: 'Diagram' }),
        page.getByLabel('Find an element'),
      ]) {
        await field.first().focus();
        // By the keyboard: the pointer needs no ring.
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Tab');
        const { width, contrast } = await focusRing(page);
        expect(width).toBeGreaterThanOrEqual(2);
        expect(contrast).toBeGreaterThanOrEqual(3);
      }
      await open('Passkey registration');
      await designer.choose('Start Passkey Registration');
      await look('panel');
      await onCanvas('a');
      await page.locator('.djs-popup input').waitFor();
      await look('menu of the canvas');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Minimap' }).click();
      await look('minimap and tooltip');
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Keys' }).waitFor();
      await look('menu');
      await page.getByRole('menuitem', { name: 'Keys' }).click();
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await look('dialog');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
      await panel().getByPlaceholder('Connect to…').click();
      await look('list of a field');
      await page.keyboard.press('Escape');
      await onCanvas('Control+a');
      await look('several chosen');
      await page.getByText('Outline', { exact: true }).click();
      await page.getByRole('button', { name: 'Actions for Add User' }).click();
      await page.getByRole('menuitem', { name: 'Change into' }).hover();
      await page.getByRole('menuitem', { name: 'Get User' }).waitFor();
      await look('outline');
      expect(found).toEqual([]);
    },
  );

  test('in the outline a whole process is built, changed and mended by keyboard alone', async () => {
    await designer.create('Outlined');
    await page.getByText('Outline', { exact: true }).click();
    const list = page.getByRole('region', { name: 'Outline' });
    const focused = (name: string) =>
      expect
        .poll(() =>
          page.evaluate(
            'document.activeElement?.matches("[data-step]") && document.activeElement.textContent',
          ),
        )
        .toContain(name);
    const name = () => page.evaluate('document.activeElement?.getAttribute("aria-label")');
    const here = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    const pick = async (name: string) => {
      for (let step = 0; step < 120 && (await here()) !== name; step++)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    };
    const act = async (row: string, menu: string, choice: string) => {
      // The menu before may still be closing.
      await expect.poll(() => page.getByRole('menuitem').count()).toBe(0);
      await list
        .getByRole('button', { name: `Actions for ${row}`, exact: true })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: menu, exact: true }).waitFor();
      await expect.poll(() => page.evaluate('document.activeElement?.role')).toBe('menuitem');
      for (let step = 0; step < 8 && (await here()) !== menu; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await expect.poll(here).not.toBe(menu);
      await pick(choice);
    };
    await list.getByRole('button', { name: 'Add to the process' }).focus();
    await page.keyboard.press('Enter');
    await pick('Create Start Event');
    await focused('Start');
    await page.keyboard.press('ArrowRight');
    await expect.poll(name).toBe('Actions for Start');
    await page.keyboard.press('ArrowLeft');
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
    // The only store is there already; what is typed takes its place.
    await page.keyboard.press('Control+a');
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
    await list.getByRole('heading', { level: 2, name: '4 steps' }).waitFor();

    await focused('End');
    await list.locator('[data-row]').first().locator('button').first().focus();
    const walked: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Tab', 'Shift+Tab', 'Home', 'End']) {
      await page.keyboard.press(key);
      walked.push(String((await name()) ?? (await here())));
    }
    expect(walked).toEqual([
      'Actions for Start',
      'then Add User',
      'Add User',
      'ExtId Not UniqueBoundary event',
      'Add User',
      'StartStart event',
      'EndEnd event',
    ]);
  });

  test('on a phone says all in two lines, and shows the properties of what is tapped below the diagram', async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto(`${world.latchkey.baseUrl}/backoffice/designer/Passkey%20registration`);
    const bar = page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
    const state = bar.getByRole('status');
    await page.locator('[role="status"][data-phase="saved"]').waitFor();
    expect(await state.innerText()).toBe('Saved');
    type Sized = { readonly scrollWidth: number; readonly clientWidth: number };
    const cut = (element: unknown) => {
      const { scrollWidth, clientWidth } = (element as { readonly parentElement: Sized }).parentElement;
      return scrollWidth - clientWidth;
    };
    expect(await state.evaluate(cut)).toBe(0);
    expect((await bar.boundingBox())?.height).toBeLessThan(110);
    for (const name of ['Test run', 'Versions', 'Save & Deploy', 'More', 'Undo', 'No problems'])
      await bar.getByRole('button', { name, exact: true }).waitFor();

    const palette = page.getByRole('navigation', { name: 'Elements' });
    await palette.waitFor();
    await page.locator('[data-element-id="AddUser"]').click();
    await palette.waitFor({ state: 'hidden' });
    const heading = panel().getByRole('heading', { name: 'Add User' });
    const { y = Number.NaN, height = 0 } = (await heading.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(780);
    await page.getByRole('button', { name: 'Properties', exact: true }).click();
    await heading.waitFor({ state: 'hidden' });
    await page.getByText('Outline', { exact: true }).click();
    await page
      .getByRole('region', { name: 'Outline' })
      .getByText('Simple Decider', { exact: true })
      .first()
      .click();
    await panel().getByRole('heading', { name: 'Simple Decider' }).waitFor();
    expect(await tooWideBy(page)).toBe(0);
    await page.setViewportSize({ width: 1600, height: 1000 });
  });
});
