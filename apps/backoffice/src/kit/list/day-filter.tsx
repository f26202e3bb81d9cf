import { Text, TextInput } from '@mantine/core';
import { common } from '../../words/common.ts';

type Props = {
  /** Which day it is, for screen readers: "Created from". */
  readonly label: string;
  readonly end: 'from' | 'to';
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
};

/** The first or the last day of a period; which of the two stands in the field. */
export const DayFilter = ({ label, end, value, onChange }: Props) => (
  <TextInput
    type="date"
    aria-label={label}
    value={value ?? ''}
    onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    leftSection={
      <Text size="xs" c="dimmed" aria-hidden>
        {common.period[end]}
      </Text>
    }
    leftSectionWidth={44}
    styles={{ input: { paddingInlineEnd: 6 } }}
    w="11.5rem"
  />
);
