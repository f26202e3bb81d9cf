import { optionsOf } from '@latchkey/forms';
import { attributes, html } from '../html.ts';
import type { Draw } from './component-view.ts';
import { controlAttributes, controlId, renderField } from './field.ts';

/** A native select. A read-only one offers its value alone. */
export const dropdown: Draw = (view) => {
  const { component, value, readOnly, say, words } = view;
  const offered = optionsOf(component).filter((option) => !readOnly || option.value === value);
  return renderField(
    view,
    html`<select id="${controlId(component.id)}"${controlAttributes({ ...view, readOnly: false })}>
${!(readOnly && value) && html`<option value="">${words.choose}</option>`}
${offered.map((option) => html`<option${attributes({ value: option.value, selected: option.value === value })}>${say(option.label)}</option>`)}
</select>`,
  );
};
