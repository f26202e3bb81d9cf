import { attributes, html } from '../html.ts';
import type { Draw } from './component-view.ts';

/** A boxed message. With a timer it goes away after five seconds; with a close button when it is pressed. */
export const notification: Draw = ({ component, text, words }) => {
  const data = attributes({ 'data-vanishes': component.allowTimer === true });
  const close = html`<button type="button" class="close" data-do="close" aria-label="${words.buttons.close}">×</button>`;
  return html`<div class="notice ${String(component.notificationType ?? 'default')}"${data}><p dir="auto">${text}</p>${component.showCloseButton === true && close}</div>`;
};
