import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { designerPage } from './support/designer-page.ts';
import { type DesignerWorld, designerWorld } from './support/designer-world.ts';
import { findingsOf } from './support/visit-backoffice.ts';

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
      await look('empty canvas');
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
});
