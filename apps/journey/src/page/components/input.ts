import { attributes, html } from '../html.ts';
import type { Draw } from './component-view.ts';
import { controlAttributes, controlId, renderField } from './field.ts';

type Look = {
  readonly type: string;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  /** Addresses and numbers run left to right in every language. */
  readonly dir: 'auto' | 'ltr';
};

const looks = {
  text: { type: 'text', dir: 'auto' },
  email: { type: 'email', inputmode: 'email', autocomplete: 'email', dir: 'ltr' },
  phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel', dir: 'ltr' },
  number: { type: 'text', inputmode: 'decimal', dir: 'ltr' },
  date: { type: 'date', dir: 'auto' },
} as const satisfies Readonly<Record<string, Look>>;

/** What browsers can fill in by the field's id (WCAG 1.3.5; HTML section 4.10.18.7). */
const autocompletes: Readonly<Record<string, string>> = {
  userName: 'username',
  displayName: 'name',
  name: 'name',
  firstName: 'given-name',
  lastName: 'family-name',
  email: 'email',
  phone: 'tel',
  phoneNumber: 'tel',
  dateOfBirth: 'bday',
};

/** A control of one line. */
const input =
  (look: Look): Draw =>
  (view) => {
    const { component, value } = view;
    const known = Object.hasOwn(autocompletes, component.id) ? autocompletes[component.id] : undefined;
    const own = attributes({
      ...look,
      id: controlId(component.id),
      autocomplete: known ?? look.autocomplete,
      autocapitalize: known === 'username' || look.type === 'email' ? 'none' : undefined,
      spellcheck: 'false',
      value: value === null || value === undefined ? '' : String(value),
    });
    return renderField(view, html`<input${own}${controlAttributes(view)}>`);
  };

/** The types of component that are one line to fill in. */
export const inputs = Object.freeze({
  text: input(looks.text),
  email: input(looks.email),
  phone: input(looks.phone),
  number: input(looks.number),
  date: input(looks.date),
});
