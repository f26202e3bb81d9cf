import { MultiSelect } from '@mantine/core';
import { type FieldProps, put, shared } from './field-props.ts';

type ChoicesProps<Values extends object> = FieldProps<Values, readonly string[]> & {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What nothing chosen means. */
  readonly placeholder?: string;
};

/** Any number of several choices. */
export const ChoicesField = <Values extends object>({
  choices,
  placeholder,
  ...props
}: ChoicesProps<Values>) => {
  const value = [...(props.form.values[props.name] as readonly string[])];
  return (
    <MultiSelect
      {...shared(props)}
      data={choices.map((choice) => ({ ...choice }))}
      value={value}
      onChange={(chosen) => put(props, chosen)}
      clearable
      hidePickedOptions
      {...(placeholder !== undefined && value.length === 0 && { placeholder })}
    />
  );
};
