import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';

/** Opens the machine's Chrome or Chromium without a window, and lets it ask nobody but us. */
export const openChromium = (): Promise<Browser> =>
  launchBrowser({
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
