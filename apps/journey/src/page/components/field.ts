import { type FormComponent, isConditional } from '@latchkey/forms';
import { attributes, type Html, html } from '../html.ts';
import type { ComponentView } from './component-view.ts';

/** The id of the control of a field. */
export const controlId = (id: string): string => `f-${id}`;

const errorId = (id: string): string => `e-${id}`;

/** What every control of a field has: its name, what it demands, and where its error stands. */
export function controlAttributes({ component, rules, readOnly, error }: ComponentView): Html {
  return attributes({
    name: component.id,
    ...demanded(component, rules?.required),
    'aria-describedby': errorId(component.id),
    'aria-invalid': error === undefined ? undefined : 'true',
    readonly: readOnly,
  });
}

/** A browser without script would stop at a required field that is out of sight; the server judges it when it is in sight. */
const demanded = (component: FormComponent, required: true | undefined) =>
  isConditional(component) ? { 'aria-required': required && 'true' } : { required };

/** A field: label, control, and the place of its error. The rules go along, so that the page judges as the server does. */
export function renderField(view: ComponentView, control: Html): Html {
  return html`<div class="field"${dataOf(view)}>
<label for="${controlId(view.component.id)}">${view.label}${optionalMark(view)}</label>
${control}
${renderError(view)}
</div>`;
}

/** Several controls under one name: a fieldset with a legend. */
export function renderGroup(view: ComponentView, controls: Html): Html {
  return html`<fieldset class="field" id="${controlId(view.component.id)}" tabindex="-1"${dataOf(view)}>
<legend>${view.label}${optionalMark(view)}</legend>
${controls}
${renderError(view)}
</fieldset>`;
}

/** The place of a field's error. */
export function renderError({ component, error }: ComponentView): Html {
  return html`<p class="error" id="${errorId(component.id)}"${attributes({ hidden: error === undefined })}>${error}</p>`;
}

/** What the page's script knows of a field. A read-only field has no rules: nobody can mend it. */
export function dataOf({ component, rules, readOnly, label }: ComponentView): Html {
  return attributes({
    'data-field': component.id,
    'data-label': label,
    'data-rules': rules && !readOnly ? JSON.stringify(rules) : undefined,
    'data-transient': component.transient === true,
  });
}

/** Most fields are required, so the others are marked. */
export function optionalMark({ rules, readOnly, words }: ComponentView): Html | undefined {
  return rules?.required || readOnly ? undefined : html` <small>(${words.optional})</small>`;
}
