import { isoDay } from './components/date.ts';
import { componentKind } from './components/index.ts';
import type { FormComponent, FormDocument } from './document.ts';
import { fieldRules, type Substitute } from './field-rules.ts';
import { judge } from './judge.ts';

/** What each field holds before the person touches it: its default with substitution, in its one form. */
export function initialValues(document: FormDocument, substitute: Substitute): Record<string, unknown> {
  const fields = document.components.filter((component) => componentKind(component.type)?.field);
  return Object.fromEntries(fields.map((component) => [component.id, initialValue(component, substitute)]));
}

/** The same for one field. A default that the field's own rules refuse is shown as it is, for the person to mend. */
export function initialValue(component: FormComponent, substitute: Substitute): unknown {
  const field = componentKind(component.type)?.field;
  const rules = fieldRules(component, { languages: [], substitute });
  if (field === undefined || rules === undefined) return undefined;
  const written = resolved(component, substitute);
  const { value, message } = judge(rules, written);
  if (message !== undefined && typeof written === 'string' && written !== '') return written;
  return value ?? field.empty;
}

function resolved(component: FormComponent, substitute: Substitute): unknown {
  if (typeof component.default !== 'string') return component.default;
  const text = substitute(component.default);
  if (component.type !== 'date') return text;
  return isoDay(
    text,
    typeof component.dateFormat === 'string' && component.dateFormat ? component.dateFormat : 'DD/MM/YYYY',
  );
}
