import type { Form } from './use-form.ts';

type Named<Values, Value> = {
  [name in keyof Values]: Values[name] extends Value ? name : never;
}[keyof Values] &
  string;

/** What a field is told: its form, the value's name there, and its words. */
export type FieldProps<Values extends object, Value> = {
  readonly form: Form<Values>;
  /** The value's name, which is also its pointer in problems. */
  readonly name: Named<Values, Value>;
  readonly label: string;
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
};

/** What every field shares: its label, its help, the message beside it. */
export function shared<Values extends object, Value>({
  form,
  name,
  label,
  help,
  isRequired = false,
  isDisabled = false,
}: FieldProps<Values, Value>) {
  const error = form.errors.at(name);
  return {
    name,
    label,
    withAsterisk: isRequired,
    disabled: isDisabled,
    ...(help !== undefined && { description: help }),
    ...(error !== undefined && { error }),
  };
}

/** Puts a field's value into its form. */
export const put = <Values extends object>(
  { form, name }: { form: Form<Values>; name: keyof Values },
  value: unknown,
) => form.set({ [name]: value } as Partial<Values>);
