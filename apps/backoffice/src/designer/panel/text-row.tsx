import { Textarea, TextInput } from '@mantine/core';
import { FieldFrame } from './field-frame.tsx';
import { useCommitted } from './use-committed.ts';

type Props = {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly error?: string | undefined;
  readonly property?: string;
  readonly commit: (value: string) => void;
};

/** A plain text of an element. */
export function TextRow({ label, help, value, isLong = false, error, property, commit }: Props) {
  const typed = useCommitted(value, commit);
  const shared = {
    value: typed.value,
    onBlur: typed.flush,
    autoComplete: 'off',
    error: error !== undefined,
    ...(property !== undefined && { 'data-property': property }),
  };
  return (
    <FieldFrame label={label} help={help} error={error}>
      {(attributes) =>
        isLong ? (
          <Textarea
            {...attributes}
            {...shared}
            autosize
            minRows={2}
            maxRows={8}
            onChange={({ currentTarget }) => typed.set(currentTarget.value)}
          />
        ) : (
          <TextInput
            {...attributes}
            {...shared}
            onChange={({ currentTarget }) => typed.set(currentTarget.value)}
          />
        )
      }
    </FieldFrame>
  );
}
