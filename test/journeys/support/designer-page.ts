import type { Page } from 'playwright-core';

/** The Process Designer as a person uses it: what can be pressed, typed, dragged and chosen. */
export function designerPage(page: Page, baseUrl: string) {
  const panel = page.getByRole('complementary', { name: 'Properties' });
  const palette = page.getByRole('navigation', { name: 'Elements' });
  const canvas = page.getByRole('region', { name: 'Diagram' });
  /** The panel follows what is chosen a moment later, and until then is about something else. */
  const panelFollows = async () => {
    const chosen = page.locator('.lk-canvas .djs-element.selected').last();
    if ((await chosen.count()) === 0) return;
    const id = (await chosen.getAttribute('data-element-id'))?.replace(/_label$/, '');
    await panel.locator(`[data-element="${id}"]`).waitFor();
  };
  const createHere = async (name: string) => {
    await page.getByRole('radio', { name: /Blank canvas/ }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Create and draw' }).click();
    await palette.getByRole('button', { name: 'Create Start Event' }).waitFor();
  };
  return {
    panel: () => panel,
    shapes: (name: string) => page.locator('.djs-shape').filter({ hasText: name }),
    /** Presses keys while the diagram has the focus. */
    onCanvas: async (...keys: readonly string[]) => {
      await page.locator('.lk-canvas .djs-container svg').first().focus();
      for (const key of keys) await page.keyboard.press(key);
    },
    /** Opens a definition that is there. */
    open: async (name: string) => {
      await page.goto(`${baseUrl}/backoffice/designer/${encodeURIComponent(name)}`);
      await page.locator('.djs-element').first().waitFor();
      await panel.waitFor();
    },
    /** Makes a definition from the blank template. */
    create: async (name: string) => {
      await page.goto(`${baseUrl}/backoffice/designer/new`);
      await createHere(name);
    },
    /** The same from the screen on which one makes it, in the page that is open. */
    createHere,
    /** Adds an element after the chosen one. */
    press: (label: string) => palette.getByRole('button', { name: label, exact: true }).click(),
    /** Drags an element from the palette to a place of the canvas, given as parts of its size. */
    dragToCanvas: async (label: string, at: { readonly x: number; readonly y: number }) => {
      const entry = palette.getByRole('button', { name: label, exact: true });
      await entry.scrollIntoViewIfNeeded();
      const [from, to] = await Promise.all([entry.boundingBox(), canvas.boundingBox()]);
      if (!from || !to) throw new Error(`${label} is not seen.`);
      const target = { x: to.x + to.width * at.x, y: to.y + to.height * at.y };
      await page.mouse.move(from.x + 20, from.y + 12);
      await page.mouse.down();
      await page.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
      await page.mouse.move(target.x, target.y, { steps: 12 });
      await page.mouse.up();
      await panel.getByRole('heading', { name: label }).waitFor();
    },
    /** Types into a field of the panel. */
    fill: async (label: string, text: string) => {
      await panelFollows();
      const field = panel.getByLabel(new RegExp(`^${label}`)).first();
      await field.fill(text);
      if (!text.startsWith('${')) await field.press('Tab');
    },
    /** Chooses an element by its name, by searching as Ctrl+F does. */
    choose: async (name: string) => {
      await page.getByRole('button', { name: 'Find an element (Ctrl+F)' }).click();
      await page.getByLabel('Search in diagram').waitFor();
      await page.keyboard.type(name);
      // Found anew with each letter.
      await page.locator('.djs-search-result', { hasText: name }).first().click();
      await page.getByLabel('Search in diagram').waitFor({ state: 'hidden' });
    },
    /** Chooses the flow that leads from the chosen element to another. */
    flowTo: async (name: string) => {
      await panelFollows();
      await panel
        .locator('li')
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first()
        .click();
    },
    attach: async (label: string) => {
      await panelFollows();
      await panel.getByRole('button', { name: `Attach ${label}`, exact: true }).click();
    },
    /** Draws a flow from the chosen element. */
    connectTo: async (name: string) => {
      await panelFollows();
      await panel.getByPlaceholder('Connect to…').click();
      await page.getByRole('option', { name, exact: true }).first().click();
    },
    saved: () => page.locator('[role="status"][data-phase="saved"]').waitFor(),
  };
}
