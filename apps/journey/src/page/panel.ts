import { attributes, type Html, html } from './html.ts';
import { type Icon, icons } from './icons.ts';

/** The look of a state: calm by default; `good` for an end that was wanted, `wait` while something goes on; `page` for a page in a frame. */
export type Tone = 'calm' | 'good' | 'wait' | 'page';

/** What every state of the page is: an icon, one heading, text and actions. `data` is for the page's own script. */
export type Panel = {
  readonly icon: Icon;
  readonly tone?: Tone;
  /** A short line above the heading: what the state is about. */
  readonly eyebrow?: string;
  readonly title: string;
  readonly body?: string;
  readonly content?: Html;
  readonly data?: Readonly<Record<string, string | number | boolean | undefined>>;
};

/** Renders one state. Its heading takes the focus when the state changes. */
export function renderPanel({ icon, tone = 'calm', eyebrow, title, body, content, data = {} }: Panel): Html {
  return html`<section class="panel ${tone}"${attributes(data)}>
<div class="icon">${icons[icon]}</div>
${eyebrow && html`<p class="eyebrow">${eyebrow}</p>`}
<h1 tabindex="-1">${title}</h1>
${body && html`<p class="lead">${body}</p>`}
${content}
</section>`;
}
