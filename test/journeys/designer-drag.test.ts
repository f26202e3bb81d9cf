import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DesignerWorld, designerWorld, saveDiagram } from './support/designer-world.ts';
import { largeDiagram } from './support/large-diagram.ts';

describe('a large diagram in the Process Designer', () => {
  let world: DesignerWorld;

  beforeAll(async () => {
    world = await designerWorld();
  });
  afterAll(() => world.close());

  test('nothing is computed anew while an element is dragged, however large the diagram', async () => {
    const { page } = world;
    await saveDiagram(world.api, 'Large', largeDiagram(150));
    await page.goto(`${world.latchkey.baseUrl}/backoffice/designer/Large`);
    await page.locator('.djs-element').first().waitFor();
    await page
      .getByRole('button', { name: /problem|warning/i })
      .first()
      .waitFor();
    await page.evaluate(`(() => {
      const seen = { checks: 0, redrawn: 0, ground: 0 };
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (...given) { seen.checks++; return post.apply(this, given); };
      const outside = (node) => !(node.nodeType === 1 ? node : node.parentElement)?.closest('.lk-canvas');
      new MutationObserver((all) => { seen.redrawn += all.filter(({ target }) => outside(target)).length; })
        .observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
      new MutationObserver((all) => {
        seen.ground += all.filter(({ target }) => /drop-|connect-/.test(target.getAttribute('class'))).length;
      }).observe(document.querySelector('[class*="layer-root"]'), { attributes: true, attributeFilter: ['class'] });
      globalThis.seen = seen;
    })()`);
    // What was still under way when the diagram opened, live names above all, has come.
    const underWay = async () => {
      await page.evaluate('Object.assign(globalThis.seen, { checks: 0, redrawn: 0, ground: 0 })');
      await page.waitForTimeout(500);
      return page.evaluate('globalThis.seen.checks + globalThis.seen.redrawn');
    };
    await expect.poll(underWay, { timeout: 60_000 }).toBe(0);
    const box = await page.locator('[data-element-id="T40"] .djs-hit').first().boundingBox();
    if (!box) throw new Error('T40 is not seen.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 80; step++) await page.mouse.move(x + step, y + 60 * Math.sin(step / 6));
    expect(await page.evaluate('globalThis.seen')).toEqual({ checks: 0, redrawn: 0, ground: 0 });
    await page.mouse.up();
    await page
      .getByRole('complementary', { name: 'Properties' })
      .getByRole('heading', { name: 'Custom Data Form' })
      .waitFor();
    await expect.poll(() => page.evaluate('globalThis.seen.checks')).toBeGreaterThan(0);
  });
});
