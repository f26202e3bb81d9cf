import type { Catalogue } from '../../languages/catalogue.ts';
import type { PageView } from '../../protocol.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { icons } from '../icons.ts';
import type { Panel } from '../panel.ts';
import { taskPath } from './form.ts';
import { button, templatesOf } from './of-the-page.ts';

/** A Custom Page. The module makes its frame, which no page without that module could drive. */
export function pagePanel(view: PageView, { now }: Frame, words: Catalogue): Panel {
  if (view.isMissing) return missingPanel(view, words);
  return {
    icon: 'form',
    tone: 'page',
    title: words.pageOf,
    content: html`<noscript><p class="notice warning">${words.noScript}</p></noscript>${clock(view, words)}`,
    data: {
      'data-view': 'page',
      'data-instance': view.instanceId,
      'data-path': taskPath(view),
      'data-attempt': view.attempt,
      'data-url': view.url,
      'data-constants': JSON.stringify(view.constants),
      'data-remaining': view.deadlineAt === undefined ? undefined : view.deadlineAt - now,
    },
  };
}

/** In place of a page that was deleted meanwhile, until the server has heard of it. */
const missingPanel = (view: PageView, words: Catalogue): Panel => ({
  icon: 'form',
  tone: 'wait',
  title: words.starting,
  data: {
    'data-view': 'page',
    'data-path': taskPath(view),
    'data-attempt': view.attempt,
    'data-missing': 'true',
  },
});

/** The last minute of the step, and the way to more time. */
const clock = ({ mayExtend }: PageView, words: Catalogue): Html =>
  html`<div class="clock" hidden data-left="${words.secondsLeft}" data-given="${words.moreTimeGiven}"><p>${icons.time}<span>${words.timeLeft} <b dir="ltr"></b></span></p>
${mayExtend && html`<button class="quiet" type="button" data-do="extend">${words.buttons.moreTime}</button>`}</div>`;

/** States that only a Custom Page has: its passkey is confirmed outside its frame, and what it sent is on its way. */
export const pageTemplates = (words: Catalogue): readonly Html[] =>
  templatesOf({
    confirm: {
      icon: 'passkey',
      eyebrow: words.passkeyFor,
      ...words.confirm,
      content: html`<p class="account"><span>${words.account}</span><bdi></bdi></p>
<p class="hint">${icons.lock}<span>${words.passkeyHint}</span></p>
<div class="actions">${button('create', words.buttons.createPasskey, 'main')}${button('cancel', words.buttons.cancel, 'quiet')}</div>`,
    },
    sending: { icon: 'form', tone: 'wait', title: words.starting },
  });
