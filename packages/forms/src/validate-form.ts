import { componentKind } from './components/index.ts';
import type { Held } from './conditions/condition.ts';
import { visibleComponents } from './conditions/visible-components.ts';
import type { FormComponent, FormDocument } from './document.ts';
import { fieldRules, type Substitute } from './field-rules.ts';
import { initialValue } from './initial-values.ts';
import { judge } from './judge.ts';
import { messagesIn } from './messages/index.ts';
import type { Messages } from './messages/messages.ts';

/** What the person reads beside a field. */
export type FieldMessage = { readonly field: string; readonly message: string };

type Options = {
  readonly language: string;
  readonly substitute: Substitute;
  /** In place of the default messages. */
  readonly messages?: Messages | undefined;
};

/** By this name a page without script tells which conditional components it showed; no field can have it. */
export const shownName = '_shown';

/**
 * Judges what a person entered. `values` has every field of the form and nothing else, each in its one form (`''`,
 * `false` or `null` where nothing was given); a read-only field keeps its default whatever was sent, and is not judged.
 * A field out of sight holds nothing and is not judged. One that only these answers bring up, on a page that could not
 * show it, has a message that says so.
 */
export function validateForm(
  document: FormDocument,
  values: Readonly<Record<string, unknown>>,
  options: Options,
): { readonly values: Record<string, unknown>; readonly errors: readonly FieldMessage[] } {
  const errors: FieldMessage[] = [];
  const fields = document.components.filter((component) => componentKind(component.type)?.field);
  const judgements = new Map(fields.map((component) => [component, judgeField(component, values, options)]));
  const visible = visibleComponents(
    document,
    (component) => judgements.get(component)?.value as Held,
    options.substitute,
  );
  const shown = typeof values[shownName] === 'string' ? values[shownName].split(' ') : undefined;
  const judged = fields.map((component) => {
    const { id, type } = component;
    if (!visible.has(component)) return [id, componentKind(type)?.field?.empty] as const;
    const { value, message } = judgements.get(component) ?? { value: null };
    const isNew = shown !== undefined && isConditional(component) && !shown.includes(id);
    const said = isNew ? (options.messages ?? messagesIn([options.language])).appeared : message;
    if (said !== undefined) errors.push({ field: id, message: said });
    return [id, value] as const;
  });
  return { values: Object.fromEntries(judged), errors };
}

/** Whether a component is in sight only sometimes. */
export const isConditional = ({ visibleWhen }: FormComponent): boolean =>
  visibleWhen !== undefined && visibleWhen !== '';

function judgeField(
  component: FormComponent,
  values: Readonly<Record<string, unknown>>,
  { language, substitute, messages }: Options,
): { readonly value: unknown; readonly message?: string } {
  if (component.readOnly === true) return { value: initialValue(component, substitute) };
  const rules = fieldRules(component, { languages: [language], substitute, messages });
  const given = Object.hasOwn(values, component.id) ? values[component.id] : undefined;
  if (rules === undefined) return { value: null };
  const judgement = judge(rules, given);
  return { ...judgement, value: judgement.value ?? componentKind(component.type)?.field?.empty };
}
