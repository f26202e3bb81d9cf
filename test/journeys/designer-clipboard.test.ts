import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Rest } from '../support/rest.ts';
import { designerPage } from './support/designer-page.ts';
import { type DesignerWorld, designerWorld, savedDiagram } from './support/designer-world.ts';

describe('copy and paste in the Process Designer', () => {
  let world: DesignerWorld;
  let page: Page;
  let api: Rest;
  let designer: ReturnType<typeof designerPage>;

  beforeAll(async () => {
    world = await designerWorld();
    ({ page, api } = world);
    designer = designerPage(page, world.latchkey.baseUrl);
    await designer.create('Copied');
    await designer.press('Create Start Event');
    await designer.press('Add User');
    await designer.fill('Store Name', 'demoStore');
  });
  afterAll(() => world.close());

  /** What is pasted while the pointer is over the canvas hangs on it, once the clipboard has answered. */
  const drop = async () => {
    const hanging = async () => {
      await page.mouse.move(700, 420);
      await page.mouse.move(720, 440);
      return page.locator('.djs-dragger').count();
    };
    await expect.poll(hanging).toBeGreaterThan(0);
    await page.mouse.click(720, 440);
  };

  const storeName = () =>
    designer
      .panel()
      .getByLabel(/^Store Name/)
      .inputValue();

  test('copies elements with their settings from one definition into another', async () => {
    await designer.choose('Add User');
    await designer.onCanvas('Control+c');
    // The browser writes it later; who leaves the page before that has copied nothing.
    const copied = () => page.evaluate('navigator.clipboard.readText()');
    await expect.poll(copied).toContain('Add User');
    await designer.create('Pasted');
    await designer.press('Create Start Event');
    await page.mouse.move(700, 420);
    await designer.onCanvas('Control+v');
    await drop();
    await designer.shapes('Add User').first().waitFor();
    await designer.choose('Add User');
    await expect.poll(storeName).toBe('demoStore');
    await designer.saved();
    expect(await savedDiagram(api, 'Pasted')).toContain('<latchkey:parameter name="storeName">demoStore');
  });

  test('copies within the window where the browser refuses its clipboard, and says what to do', async () => {
    await designer.open('Pasted');
    // As a browser answers to whom the person has not allowed it; good until the page is left.
    await page.evaluate(`(() => {
      const refuse = () => Promise.reject(new DOMException('Refused.', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { readText: refuse, writeText: refuse });
    })()`);
    await designer.onCanvas('Control+v');
    await page.getByText(/nothing was copied in this window/).waitFor();
    await designer.choose('Add User');
    await designer.onCanvas('Control+c');
    await page.getByText(/can be pasted in this window/).waitFor();
    await page.getByRole('link', { name: 'New process' }).click();
    await designer.createHere('Refused');
    await designer.press('Create Start Event');
    // Without a pointer over the canvas it goes below what is there, and is chosen.
    await designer.onCanvas('Control+v');
    await designer.panel().getByRole('heading', { name: 'Add User' }).waitFor();
    await expect.poll(storeName).toBe('demoStore');
  });
});
