import { html } from '../html.ts';
import type { Draw } from './component-view.ts';

/** Running text; an empty line parts paragraphs. */
export const paragraph: Draw = ({ text }) =>
  html`${text.split(/\n\s*\n/).map((part) => html`<p class="text" dir="auto">${part}</p>`)}`;
