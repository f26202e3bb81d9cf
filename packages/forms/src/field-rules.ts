import { isObject } from './check.ts';
import { demandsOf } from './components/field-members.ts';
import { componentKind } from './components/index.ts';
import type { FormComponent, Texts } from './document.ts';
import { localised } from './localised.ts';
import { limitMessage, messagesIn } from './messages/index.ts';
import type { Messages } from './messages/messages.ts';
import type { FieldRules, Format } from './rules.ts';

/** Resolves `{{processVar.…}}` in a text of the form. */
export type Substitute = (text: string) => string;

/** In which languages a person reads, best first, and what stands for `{{processVar.…}}`. */
export type Readership = {
  readonly languages: readonly string[];
  readonly substitute: Substitute;
  /** In place of the default messages. */
  readonly messages?: Messages | undefined;
};

/** What a field demands, with the form's own messages or else the default ones; `undefined` for what is no field. */
export function fieldRules(
  component: FormComponent,
  { languages, substitute, messages }: Readership,
): FieldRules | undefined {
  const field = componentKind(component.type)?.field;
  if (field === undefined) return undefined;
  const demands = demandsOf(component);
  const limits = field.limits(component);
  const defaults = messages ?? messagesIn(languages);
  const own = (name: string, otherwise: string) =>
    substitute(localised(textsOf(demands[name]), languages)) || otherwise;
  return {
    format: field.format,
    ...(demands.required === true ? { required: true } : {}),
    ...limits,
    missing: own('missingMessage', defaults[missing[field.format]]),
    invalid: own('invalidMessage', defaults.invalid[field.format]),
    length: own(
      'invalidLengthMessage',
      limitMessage(
        defaults[field.format === 'number' ? 'range' : 'length'],
        limits.min?.toString(),
        limits.max?.toString(),
      ),
    ),
  };
}

const missing: Readonly<Record<Format, 'missing' | 'missingChoice' | 'missingTick'>> = {
  text: 'missing',
  number: 'missing',
  email: 'missing',
  phone: 'missing',
  date: 'missing',
  choice: 'missingChoice',
  checkbox: 'missingTick',
};

const textsOf = (value: unknown): Texts | undefined =>
  isObject(value) && isObject(value.values) ? (value as Texts) : undefined;
