import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { type FieldProps, put, shared } from './field-props.ts';

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
    {...(props.isDisabled && { disabled: false, readOnly: true, variant: 'filled' })}
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
