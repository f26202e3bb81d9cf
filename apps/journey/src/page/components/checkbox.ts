import { attributes, html } from '../html.ts';
import type { Draw } from './component-view.ts';
import { controlAttributes, controlId, dataOf, optionalMark, renderError } from './field.ts';

/** One tick with its label beside it. A read-only one is disabled; its value is the server's anyway. */
export const checkbox: Draw = (view) => {
  const own = attributes({
    id: controlId(view.component.id),
    value: 'true',
    // As a browser without script sent it.
    checked: [true, 'true'].includes(view.value as string | boolean),
    disabled: view.readOnly,
  });
  return html`<div class="field"${dataOf(view)}>
<label class="choice"><input type="checkbox"${own}${controlAttributes({ ...view, readOnly: false })}><span>${view.label}${optionalMark(view)}</span></label>
${renderError(view)}
</div>`;
};
