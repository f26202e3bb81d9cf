import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is, one line for each rule that is broken; judged by all rules, or by some. */
export async function findingsOf(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  // Injected over CDP, past the page's own policy, which would refuse a script element.
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    type Result = { violations: { id: string; nodes: { html: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<Result> } };
    const { violations } = await axe.run(runOnly.length > 0 ? { runOnly } : {});
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  }, rules);
}

/** By how many pixels the page is wider than the window. */
export const tooWideBy = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');

/** What axe judges again in the dark: the rest does not depend on colours, and costs most of the time. */
export const onlyColours: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** Waits until a screen that was opened stands still: its heading is there, nothing is on its way, nothing moves. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await still(page);
}

/** Waits until nothing moves. */
export async function still(page: Page): Promise<void> {
  // A function and no text: the page's policy lets no text be run, also when it has to be asked twice.
  await page.waitForFunction(() => {
    type Shown = { document: { getAnimations: () => readonly { readonly playState: string }[] } };
    const { document } = globalThis as unknown as Shown;
    return document.getAnimations().every(({ playState }) => playState !== 'running');
  });
}

/** Everything that a page complains about in its console, as long as the list lives. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}
