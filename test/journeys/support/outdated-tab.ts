import type { BrowserContext, Page } from 'playwright-core';

/**
 * A tab that was open while the server was updated: the files of these names are gone, and the page that the server
 * has now begins with another script. `reaches` ends that, as the reload of a tab does.
 */
export async function outdatedTab(context: BrowserContext, missing: RegExp) {
  const tab = await context.newPage();
  await tab.route(missing, (route) => route.fulfill({ status: 404 }));
  await tab.route(/\/backoffice\/$/, (route) =>
    route.request().resourceType() === 'fetch'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Newer</title>' })
      : route.continue(),
  );
  return { tab, reaches: () => tab.unrouteAll({ behavior: 'wait' }) };
}

/** Opens the command palette, of which nothing is there, and waits until the tab has told why. */
export async function meetsTheUpdate(tab: Page): Promise<void> {
  await tab.keyboard.press('Control+k');
  await tab.getByRole('dialog').getByText('This part could not be loaded.').waitFor();
  await tab.keyboard.press('Escape');
  await tab
    .getByRole('status')
    .getByText(/^Latchkey was updated/)
    .waitFor();
}
