import type { CDPSession, Page } from 'playwright-core';
import { designerWorld, saveDiagram } from '../test/journeys/support/designer-world.ts';
import { largeDiagram } from '../test/journeys/support/large-diagram.ts';
import { median } from './median.ts';

// How long the page's main thread is busy at a stretch while one element of a diagram of 305 is dragged, and when it is
// let go: `npm run bench:drag -- [ROUNDS]`. In milliseconds of the thread’s own processor time, so that what else the
// machine does counts little; a task of more than 50 is felt.

const rounds = Number(process.argv[2] ?? 5);
const steps = 60;

type Event = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread alone. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
};

/** The tasks of the page's main thread while something is done, longest first, in milliseconds. */
async function tasksWhile(cdp: CDPSession, work: () => Promise<void>): Promise<readonly number[]> {
  const events: Event[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as Event[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
    transferMode: 'ReportEvents',
  } as never);
  await work();
  const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && main.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => tdur / 1000)
    .sort((a, b) => b - a);
}

/** Drags a task about and lets it go; the longest tasks of both. */
async function round(page: Page, cdp: CDPSession, id: string) {
  const box = await page.locator(`[data-element-id="${id}"] .djs-hit`).first().boundingBox();
  if (!box) throw new Error(`${id} is not seen.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const dragging = await tasksWhile(cdp, async () => {
    await page.mouse.down();
    for (let step = 0; step < steps; step++) await page.mouse.move(x + step, y + 40 * Math.sin(step / 6));
  });
  const dropping = await tasksWhile(cdp, async () => {
    await page.mouse.up();
    await page.waitForTimeout(2500);
  });
  return { dragging, dropping };
}

const world = await designerWorld();
try {
  const { page } = world;
  await saveDiagram(world.api, 'Large', largeDiagram(150));
  await page.goto(`${world.latchkey.baseUrl}/backoffice/designer/Large`);
  await page.locator('.djs-element').first().waitFor();
  await page.waitForTimeout(6000);
  const cdp = await world.browser.newBrowserCDPSession();
  const all = [];
  for (let at = 0; at < rounds; at++) {
    const one = await round(page, cdp, `T${40 + 15 * at}`);
    const shown = (tasks: readonly number[]) =>
      tasks
        .slice(0, 4)
        .map((ms) => ms.toFixed(0))
        .join(' ');
    console.log(`dragging: ${shown(one.dragging)} · letting go: ${shown(one.dropping)}`);
    all.push(one);
    await page.waitForTimeout(1500);
  }
  const longest = (tasks: readonly (readonly number[])[]) => tasks.map(([first = 0]) => first);
  for (const what of ['dragging', 'dropping'] as const) {
    const times = longest(all.map((one) => one[what]));
    console.log(
      `${what}: longest task ${median(times).toFixed(0)} (${Math.max(...times).toFixed(0)} at worst)`,
    );
  }
} finally {
  await world.close();
}
