import { type Check, filledTexts, isObject, members, step, text } from '../check.ts';
import type { FormComponent, Texts } from '../document.ts';

/** One choice of a dropdown or of radio buttons. */
export type Option = { readonly value: string; readonly label: Texts };

const option = members({ value: text, label: filledTexts }, ['value', 'label']);

/** `[{ "value": "…", "label": { "values": … } }]`, 1 to 500 of them, every value once and none empty. */
export const optionList: Check = (value, pointer, report) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 500) {
    return report({ pointer, detail: 'Must be a list of 1 to 500 options.' });
  }
  const seen = new Set<unknown>();
  value.forEach((entry: unknown, place) => {
    const at = pointer + step(place);
    option(entry, at, report);
    const own = isObject(entry) ? entry.value : undefined;
    if (own === '') report({ pointer: `${at}/value`, detail: 'Must not be empty.' });
    if (own !== undefined && seen.has(own)) report({ pointer: `${at}/value`, detail: 'Is there twice.' });
    seen.add(own);
  });
};

/** The choices of a checked component. */
export const optionsOf = (component: FormComponent): readonly Option[] =>
  (component.options as readonly Option[] | undefined) ?? [];
