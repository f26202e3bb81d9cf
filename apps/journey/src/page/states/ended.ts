import type { Catalogue } from '../../languages/catalogue.ts';
import type { JourneyView } from '../../protocol.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import type { Icon } from '../icons.ts';
import type { Panel, Tone } from '../panel.ts';
import { withName } from '../words.ts';

type EndedView = Extract<JourneyView, { kind: 'ended' }>;

const looks: Readonly<Record<EndedView['outcome'], { readonly icon: Icon; readonly tone: Tone }>> = {
  registered: { icon: 'done', tone: 'good' },
  succeeded: { icon: 'done', tone: 'good' },
  declined: { icon: 'alert', tone: 'calm' },
  review: { icon: 'review', tone: 'calm' },
  'timed-out': { icon: 'time', tone: 'calm' },
  cancelled: { icon: 'pause', tone: 'calm' },
  failed: { icon: 'alert', tone: 'calm' },
};

/** Where a journey ends, and how the person goes on from here. */
export function endedPanel(
  view: EndedView,
  { embedders }: Pick<Frame, 'embedders'>,
  words: Catalogue,
): Panel {
  const { outcome, reference, redirectUrl, provider, accepted } = view;
  const label = outcome === 'timed-out' ? words.buttons.goBack : words.buttons.continue;
  const { title, body } = words.ended[outcome];
  return {
    ...looks[outcome],
    title,
    body: provider === undefined ? body : `${withName(words.savedIn, 'name', provider)} ${body}`,
    content: html`${outcome === 'failed' && referenceLine(reference, words)}${linkButton(redirectUrl, label, embedders !== undefined)}`,
    data: {
      'data-view': 'ended',
      'data-outcome': outcome,
      'data-instance': reference,
      'data-accepted': accepted && JSON.stringify(accepted),
    },
  };
}

const referenceLine = (reference: string, words: Catalogue): Html =>
  html`<p class="reference">${words.reference} <code>${reference}</code></p>`;

/** Only web addresses become links; anything else a token may carry is left out. From a frame they lead the whole tab. */
function linkButton(address: string | undefined, label: string, isEmbedded: boolean): Html | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return html`<div class="actions"><a class="main button" href="${url.href}"${attributes({ target: isEmbedded && '_top' })}>${label}</a></div>`;
}
