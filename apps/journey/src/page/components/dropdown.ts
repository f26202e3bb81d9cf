import { optionsOf } from '@latchkey/forms';
import { attributes, html } from '../html.ts';
import type { Draw } from './component-view.ts';
import { controlAttributes, controlId, renderField } from './field.ts';

/** A native select. A read-only one is disabled; its value is the server's anyway. */
export const dropdown: Draw = (view) => {
  const { component, value, readOnly, say, words } = view;
  return renderField(
    view,
    html`<select${attributes({ id: controlId(component.id), disabled: readOnly })}${controlAttributes({ ...view, readOnly: false })}>
<option value="">${words.choose}</option>
${optionsOf(component).map((option) => html`<option${attributes({ value: option.value, selected: option.value === value })}>${say(option.label)}</option>`)}
</select>`,
  );
};
