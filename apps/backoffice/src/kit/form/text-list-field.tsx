import { TagsInput } from '@mantine/core';
import { type FieldProps, put, shared } from './field-props.ts';

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
