import type { JourneyView } from '../protocol.ts';
import { schemesOf } from '../theme/contrast-faults.ts';
import { themeCss } from '../theme/theme-css.ts';
import { brand } from './brand.ts';
import type { Frame } from './frame.ts';
import { attributes, html, markup, raw } from './html.ts';
import { renderMain } from './render-main.ts';
import { renderTemplates } from './states/of-the-page.ts';
import { pageTemplates } from './states/page.ts';
import { pauseSeconds } from './states/pause.ts';
import { wordsOf } from './words.ts';

/** The whole document for a view: styles inline under the nonce, one module, no other request. Pure. */
export function renderPage(view: JourneyView, frame: Frame): string {
  const { language, nonce, assets, theme } = frame;
  const words = wordsOf(frame);
  const main = renderMain(view, frame);
  const schemes = schemesOf(theme?.design ?? {}).join(' ');
  return markup(html`<!doctype html>
<html lang="${language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="${schemes}">
<meta name="referrer" content="same-origin">
<meta name="robots" content="noindex">
${view.kind === 'pause' && html`<noscript><meta http-equiv="refresh" content="${pauseSeconds}"></noscript>`}
<title>${main.title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(assets.css)}${theme && raw(themeCss(theme))}</style>
<script type="module" nonce="${nonce}" src="${(view.kind === 'page' && assets.brokerUrl) || assets.scriptUrl}"></script>
</head>
<body${attributes({ 'data-embedders': frame.embedders?.join(' ') })}>
<header>${brand(frame)}</header>
<main id="main">${raw(main.html)}</main>
<p class="unseen" id="live" role="status"></p>
${renderTemplates(words)}
${view.kind === 'page' && pageTemplates(words)}
</body>
</html>
`);
}
