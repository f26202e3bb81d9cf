import type { Page } from 'playwright-core';

/** Lays one of the page's own states over its view, as the page does. */
export const layState = (page: Page, state: string): Promise<unknown> =>
  page.evaluate(`document.getElementById('main').replaceChildren(
    document.querySelector('template[data-state=${JSON.stringify(state)}]').content.cloneNode(true))`);
