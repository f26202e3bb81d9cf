import { NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { Form } from './use-form.ts';

type Named<Values, Value> = {
  [name in keyof Values]: Values[name] extends Value ? name : never;
}[keyof Values] &
  string;

type FieldProps<Values extends object, Value> = {
  readonly form: Form<Values>;
  /** The value's name, which is also its pointer in problems. */
  readonly name: Named<Values, Value>;
  readonly label: string;
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
};

/** What every field shares: its label, its help, the message beside it. */
function shared<Values extends object, Value>({
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

const put = <Values extends object>(
  { form, name }: { form: Form<Values>; name: keyof Values },
  value: unknown,
) => form.set({ [name]: value } as Partial<Values>);

type TextProps<Values extends object> = FieldProps<Values, string> & {
  readonly type?: 'text' | 'email' | 'date' | 'datetime-local';
  readonly placeholder?: string;
  readonly isMono?: boolean;
};

/** A line of text. */
export const TextField = <Values extends object>({
  type = 'text',
  placeholder,
  isMono,
  ...props
}: TextProps<Values>) => (
  <TextInput
    {...shared(props)}
    type={type}
    autoComplete="off"
    value={props.form.values[props.name] as string}
    onChange={({ currentTarget: { value } }) => put(props, value)}
    {...(placeholder !== undefined && { placeholder })}
    {...(isMono && { styles: { input: { fontFamily: 'var(--mantine-font-family-monospace)' } } })}
  />
);

/** Several lines of text. */
export const LongTextField = <Values extends object>(props: FieldProps<Values, string>) => (
  <Textarea
    {...shared(props)}
    autosize
    minRows={2}
    maxRows={8}
    value={props.form.values[props.name] as string}
    onChange={({ currentTarget: { value } }) => put(props, value)}
  />
);

type NumberProps<Values extends object> = FieldProps<Values, number | ''> & {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
};

/** A number; empty while nothing is typed. */
export const NumberField = <Values extends object>({
  min,
  max,
  step,
  unit,
  ...props
}: NumberProps<Values>) => (
  <NumberInput
    {...shared(props)}
    clampBehavior="none"
    thousandSeparator=","
    value={props.form.values[props.name] as number | ''}
    onChange={(value) => put(props, typeof value === 'number' ? value : '')}
    {...(min !== undefined && { min })}
    {...(max !== undefined && { max })}
    {...(step !== undefined && { step })}
    {...(unit !== undefined && { suffix: ` ${unit}` })}
  />
);

type SelectProps<Values extends object> = FieldProps<Values, string> & {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly isSearchable?: boolean;
  /** Lets nothing be chosen, which is the empty text. */
  readonly isClearable?: boolean;
  readonly placeholder?: string;
};

/** One of several choices. */
export const SelectField = <Values extends object>({
  choices,
  isSearchable = false,
  isClearable = false,
  placeholder,
  ...props
}: SelectProps<Values>) => (
  <Select
    {...shared(props)}
    data={choices.map((choice) => ({ ...choice }))}
    searchable={isSearchable}
    clearable={isClearable}
    allowDeselect={isClearable}
    value={(props.form.values[props.name] as string) || null}
    onChange={(value) => put(props, value ?? '')}
    {...(placeholder !== undefined && { placeholder })}
  />
);

/** Yes or no. */
export const SwitchField = <Values extends object>(props: FieldProps<Values, boolean>) => {
  const { withAsterisk: _, ...rest } = shared(props);
  return (
    <Switch
      {...rest}
      checked={props.form.values[props.name] as boolean}
      onChange={({ currentTarget: { checked } }) => put(props, checked)}
    />
  );
};

type ListProps<Values extends object> = FieldProps<Values, readonly string[]> & {
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
};

/** Several texts, each a tag; Enter or a comma ends one. */
export const TextListField = <Values extends object>({
  placeholder,
  suggestions = [],
  ...props
}: ListProps<Values>) => (
  <TagsInput
    {...shared(props)}
    data={[...suggestions]}
    acceptValueOnBlur
    value={[...(props.form.values[props.name] as readonly string[])]}
    onChange={(value) => put(props, value)}
    {...(placeholder !== undefined && { placeholder })}
  />
);
