import { encode } from 'uqr';
import { html } from '../html.ts';
import type { Draw } from './component-view.ts';

/** A QR code as one path, dark on white in every colour scheme: readers expect that. */
export const qrCode: Draw = ({ label, text }) => {
  const { data, size } = encode(text, { border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<figure class="code">
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${label || text}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>
${label && html`<figcaption>${label}</figcaption>`}
</figure>`;
};
