import type { Page } from 'playwright-core';

/** By how many pixels the page is wider than the window. */
export const tooWideBy = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');

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
    const text = message.text();
    // The library looks for a dialog's first field once, on a slow machine before the dialog is in sight.
    if (text.startsWith('[@mantine/hooks/use-focus-trap]')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(text);
  });
  return complaints;
}
