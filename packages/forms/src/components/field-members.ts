import {
  amount,
  type Check,
  count,
  filledTexts,
  flag,
  isObject,
  members,
  plainValue,
  texts,
} from '../check.ts';
import type { FormComponent } from '../document.ts';

/** Without a word from the form, a text has at most this many code points. */
export const longestValue = 2_000;

const validateMembers = members({
  required: flag,
  minLength: count,
  maxLength: count,
  min: amount,
  max: amount,
  missingMessage: texts,
  invalidMessage: texts,
  invalidLengthMessage: texts,
});

const validate: Check = (value, pointer, report) => {
  validateMembers(value, pointer, report);
  if (!isObject(value)) return;
  const { minLength, maxLength } = value;
  if (isSet(minLength) && isSet(maxLength) && Number(minLength) > Number(maxLength)) {
    report({ pointer: `${pointer}/minLength`, detail: 'Must not be greater than maxLength.' });
  }
};

const isSet = (value: unknown): boolean => value !== undefined && value !== '';

/** The members that every field has, and those of its type. */
export function fieldMembers(
  own: Readonly<Record<string, Check>> = {},
  required: readonly string[] = [],
): Check {
  const shared = { label: filledTexts, default: plainValue, readOnly: flag, transient: flag, validate };
  return members({ ...shared, ...own }, ['label', ...required]);
}

/** What the form demands of a field, or nothing. */
export const demandsOf = (component: FormComponent): Readonly<Record<string, unknown>> =>
  isObject(component.validate) ? component.validate : {};

/** A limit of the form: `undefined` where it is absent or empty. */
export const limitOf = (component: FormComponent, name: string): number | undefined => {
  const limit = demandsOf(component)[name];
  return isSet(limit) ? Number(limit) : undefined;
};

/** Least and most code points of a text. */
export function lengthLimits(component: FormComponent): { readonly min?: number; readonly max: number } {
  const min = limitOf(component, 'minLength');
  return { ...(min === undefined ? {} : { min }), max: limitOf(component, 'maxLength') ?? longestValue };
}
