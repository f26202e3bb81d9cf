import { componentKind } from './components/index.ts';
import type { FormComponent, FormDocument } from './document.ts';
import { fieldRules, type Substitute } from './field-rules.ts';
import { initialValue } from './initial-values.ts';
import { judge } from './judge.ts';

/** What the person reads beside a field. */
export type FieldMessage = { readonly field: string; readonly message: string };

type Options = { readonly language: string; readonly substitute: Substitute };

/**
 * Judges what a person entered. `values` has every field of the form and nothing else, each in its one form (`''`,
 * `false` or `null` where nothing was given); a read-only field keeps its default whatever was sent, and is not judged.
 */
export function validateForm(
  document: FormDocument,
  values: Readonly<Record<string, unknown>>,
  options: Options,
): { readonly values: Record<string, unknown>; readonly errors: readonly FieldMessage[] } {
  const errors: FieldMessage[] = [];
  const judged = document.components
    .filter((component) => componentKind(component.type)?.field)
    .map((component) => {
      const { value, message } = judgeField(component, values, options);
      if (message !== undefined) errors.push({ field: component.id, message });
      return [component.id, value] as const;
    });
  return { values: Object.fromEntries(judged), errors };
}

function judgeField(
  component: FormComponent,
  values: Readonly<Record<string, unknown>>,
  { language, substitute }: Options,
): { readonly value: unknown; readonly message?: string } {
  if (component.readOnly === true) return { value: initialValue(component, substitute) };
  const rules = fieldRules(component, { languages: [language], substitute });
  const given = Object.hasOwn(values, component.id) ? values[component.id] : undefined;
  if (rules === undefined) return { value: null };
  const judgement = judge(rules, given);
  return { ...judgement, value: judgement.value ?? componentKind(component.type)?.field?.empty };
}
