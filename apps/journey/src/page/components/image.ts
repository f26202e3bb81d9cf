import { html } from '../html.ts';
import type { Draw } from './component-view.ts';

/** A picture with its text alternative; without one it is decoration. */
export const image: Draw = ({ component, label }) =>
  html`<img class="picture" src="${String(component.source)}" alt="${label}">`;
