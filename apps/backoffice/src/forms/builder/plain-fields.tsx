import { NativeSelect, Switch, TextInput } from '@mantine/core';
import type { Path } from '../document/form-json.ts';
import type { Property } from './properties.ts';
import { useProperty } from './use-property.ts';

type Props = { readonly path: Path; readonly property: Property };

const words = ({ label, help }: Property, fault: string | undefined) => ({
  label,
  ...(help !== undefined && { description: help }),
  ...(fault !== undefined && { error: fault }),
});

/** A line of text. */
export function LineField({ path, property }: Props) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  return (
    <TextInput
      {...words(property, fault)}
      value={value === undefined ? '' : String(value)}
      readOnly={isReadOnly}
      autoComplete="off"
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

/** A whole number; what is typed stays as it is until it is one, and the empty text means unset, as in the guide. */
export const WholeField = (props: Props) => <NumericField {...props} shape={/^\d+$/} mode="numeric" />;

/** A number with decimals. */
export const AmountField = (props: Props) => (
  <NumericField {...props} shape={/^-?\d{1,15}(\.\d{1,10})?$/} mode="decimal" />
);

type NumericProps = Props & { readonly shape: RegExp; readonly mode: 'numeric' | 'decimal' };

function NumericField({ path, property, shape, mode }: NumericProps) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  return (
    <TextInput
      {...words(property, fault)}
      value={value === undefined ? '' : String(value)}
      inputMode={mode}
      readOnly={isReadOnly}
      autoComplete="off"
      onChange={({ currentTarget: { value: typed } }) => set(shape.test(typed) ? Number(typed) : typed)}
    />
  );
}

/** Yes or no. */
export function FlagField({ path, property }: Props) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  return (
    <Switch
      {...words(property, fault)}
      checked={value === true || value === 'true'}
      disabled={isReadOnly}
      onChange={({ currentTarget: { checked } }) => set(checked)}
    />
  );
}

/** One of a few words. */
export function WordsField({ path, property, choices }: Props & { readonly choices: readonly string[] }) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  const given = value === undefined ? (choices[0] ?? '') : String(value);
  return (
    <NativeSelect
      {...words(property, fault)}
      data={choices.includes(given) ? [...choices] : [given, ...choices]}
      value={given}
      disabled={isReadOnly}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
