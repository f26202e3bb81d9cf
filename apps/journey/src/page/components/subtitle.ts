import { html } from '../html.ts';
import type { Draw } from './component-view.ts';

/** A heading under the page's one heading. */
export const subtitle: Draw = ({ text }) => html`<h2 dir="auto">${text}</h2>`;
