import { type FieldRules, judge } from '@latchkey/forms';

/** What the person reads beside a field. */
export type FieldMessage = { readonly field: string; readonly message: string };

type Control = HTMLInputElement | HTMLSelectElement;

/** The fields that can be filled in; read-only ones have no rules. */
const fieldsOf = (form: HTMLElement): readonly HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('[data-rules]'),
];

/** Those of them that the answers bring up. */
const visibleFields = (form: HTMLElement): readonly HTMLElement[] =>
  fieldsOf(form).filter((field) => !field.closest('[data-when][hidden]'));

const controlsOf = (field: HTMLElement): readonly Control[] => [
  ...field.querySelectorAll<Control>('input, select'),
];

/** What stands in the form now, by field. */
export const readValues = (form: HTMLElement): Record<string, unknown> =>
  Object.fromEntries(visibleFields(form).map((field) => [field.dataset.field, fieldValue(field)]));

/** Puts values back that were typed before. */
export function writeValues(form: HTMLElement, values: Readonly<Record<string, unknown>>): void {
  for (const field of fieldsOf(form)) {
    const value = values[field.dataset.field ?? ''];
    if (value === undefined) continue;
    for (const control of controlsOf(field)) {
      if (control.type === 'checkbox') (control as HTMLInputElement).checked = value === true;
      else if (control.type === 'radio') (control as HTMLInputElement).checked = control.value === value;
      else control.value = String(value);
    }
  }
}

/** What stands in one field now. */
export function fieldValue(field: HTMLElement): unknown {
  const controls = controlsOf(field);
  const [first] = controls;
  if (first?.type === 'checkbox') return (first as HTMLInputElement).checked;
  if (first?.type !== 'radio') return first?.value ?? '';
  return controls.find((control) => (control as HTMLInputElement).checked)?.value ?? '';
}

/** Judges every field as the server will, by the rules that came with it. */
export const faults = (form: HTMLElement): readonly FieldMessage[] =>
  visibleFields(form).flatMap((field) => {
    const message = fault(field);
    return message === undefined ? [] : [{ field: field.dataset.field ?? '', message }];
  });

/** The message for one field as it stands. A date that is half typed reads as empty, so the browser is asked too. */
export function fault(field: HTMLElement): string | undefined {
  const rules = JSON.parse(field.dataset.rules ?? '') as FieldRules;
  if (controlsOf(field)[0]?.validity.badInput) return rules.invalid;
  return judge(rules, fieldValue(field)).message;
}

/** Shows or takes away the message of one field. */
export function setMessage(field: HTMLElement, message: string | undefined): void {
  const place = field.querySelector<HTMLElement>('.error');
  if (place) {
    place.hidden = message === undefined;
    place.textContent = message ?? '';
  }
  for (const control of controlsOf(field)) {
    if (message === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}

/** Shows all messages: beside their fields, and in a summary with links that takes the focus. */
export function tell(form: HTMLElement, messages: readonly FieldMessage[]): void {
  for (const field of fieldsOf(form)) {
    setMessage(field, messages.find((one) => one.field === field.dataset.field)?.message);
  }
  const summary = form.querySelector<HTMLElement>('.summary');
  if (!summary) return;
  summary.hidden = messages.length === 0;
  summary.querySelector('ul')?.replaceChildren(...messages.map((one) => line(form, one)));
  if (messages.length > 0) summary.focus();
}

function line(form: HTMLElement, { field, message }: FieldMessage): HTMLElement {
  const { ownerDocument } = form;
  const item = ownerDocument.createElement('li');
  const link = ownerDocument.createElement('a');
  link.href = `#f-${field}`;
  link.textContent = fieldsOf(form).find((one) => one.dataset.field === field)?.dataset.label ?? field;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    ownerDocument.getElementById(`f-${field}`)?.focus();
  });
  // A message of the form may be in another language than the page.
  const own = ownerDocument.createElement('bdi');
  own.textContent = message;
  item.append(link, ': ', own);
  return item;
}
