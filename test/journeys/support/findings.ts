import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe judges again in the dark: the rest does not depend on colours, and costs most of the time. */
export const onlyColours: readonly string[] = ['color-contrast', 'link-in-text-block'];

type Judged = {
  /** By which rules; by all unless told. */
  readonly rules?: readonly string[];
  /** The parts that are judged; the whole page unless told. */
  readonly within?: readonly string[];
};

/**
 * What axe finds on the page, transitions done: a line for each rule that is broken. What is there no more a second
 * later was on its way, and is no finding.
 */
export async function findingsOf(page: Page, judged: Judged = {}): Promise<readonly string[]> {
  for (let looksLeft = 3; ; looksLeft -= 1) {
    const found = await violations(page, judged);
    if (found.length === 0 || looksLeft === 0) return found;
    await sleep(1_000);
  }
}

/** The same of the screen and its dialogs. */
export const findingsInside = (page: Page): Promise<readonly string[]> =>
  findingsOf(page, { within: ['main', '[role="dialog"]'] });

async function violations(page: Page, { rules = [], within = [] }: Judged): Promise<readonly string[]> {
  await transitionsDone(page);
  // Injected over CDP, past the page's own policy, which would refuse a script element; once for each document.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(await axe);
  return page.evaluate(
    async ([runOnly, include]) => {
      type Node = { readonly html: string; readonly failureSummary: string };
      type Result = { readonly violations: readonly { id: string; nodes: readonly Node[] }[] };
      type Axe = { readonly run: (context: object, options: object) => Promise<Result> };
      const { axe, document } = globalThis as unknown as { axe: Axe; document: object };
      const context = include.length > 0 ? { include: include.map((part) => [part]) } : document;
      // Of what passes nobody reads the details, which axe would put together for every element.
      const options = { resultTypes: ['violations'], ...(runOnly.length > 0 && { runOnly }) };
      const { violations: broken } = await axe.run(context, options);
      const told = ({ html, failureSummary }: Node) =>
        `${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`;
      return broken.map(({ id, nodes }) => `${id}: ${nodes.map(told).join(' | ')}`);
    },
    [rules, within] as const,
  );
}

/** What goes round for ever, as the sign of waiting does, is not waited for. */
const transitionsDone = (page: Page): Promise<unknown> =>
  page.evaluate(
    `Promise.all(document.getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)`,
  );
