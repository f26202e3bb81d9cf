import { optionsOf } from '@latchkey/forms';
import { attributes, html } from '../html.ts';
import type { Draw } from './component-view.ts';
import { controlAttributes, renderGroup } from './field.ts';

/** All choices in sight, each a target of its own. Of a read-only group only the choice can be taken. */
export const radio: Draw = (view) => {
  const { component, value, readOnly, say } = view;
  const choices = optionsOf(component).map((option) => {
    const chosen = option.value === value;
    const own = attributes({ value: option.value, checked: chosen, disabled: readOnly && !chosen });
    return html`<label class="choice"><input type="radio"${own}${controlAttributes({ ...view, readOnly: false })}><span>${say(option.label)}</span></label>`;
  });
  return renderGroup(view, html`${choices}`);
};
