import type { Catalogue } from '../../languages/catalogue.ts';
import type { JourneyView } from '../../protocol.ts';
import type { Frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Panel } from '../panel.ts';

type StartView = Extract<JourneyView, { kind: 'start' }>;

/** A link that nobody has opened yet: it waits for a press, or says one moment while the page goes on by itself. */
export function startPanel(
  { link, confirm }: StartView,
  { language, embedders }: Frame,
  words: Catalogue,
): Panel {
  const [name, value] = Object.entries(link)[0] as [string, string];
  const form = html`<form method="post" action="/web/trustweb/start" data-form="start">
<input type="hidden" name="${name}" value="${value}"><input type="hidden" name="lang" value="${language}">${embedders && html`<input type="hidden" name="embedded" value="1">`}
<div class="actions"><button class="main" type="submit">${words.buttons.start}</button></div>
</form>`;
  if (confirm) {
    return { icon: 'hello', ...words.start, content: form, data: { 'data-view': 'start' } };
  }
  return {
    icon: 'hello',
    tone: 'wait',
    title: words.starting,
    content: html`<noscript>${form}</noscript><template data-now>${form}</template>`,
    data: { 'data-view': 'start' },
  };
}
