import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Path } from '../document/form-json.ts';
import { builderWords } from './builder-words.ts';
import { ConditionField } from './condition-field.tsx';
import { IdField } from './id-field.tsx';
import { OptionsField } from './options-field.tsx';
import { PictureField } from './picture-field.tsx';
import { AmountField, FlagField, LineField, WholeField, WordsField } from './plain-fields.tsx';
import type { Property, PropertyKind } from './properties.ts';
import { TextsField } from './texts-field.tsx';
import { useProperty } from './use-property.ts';

type Props = { readonly path: Path; readonly property: Property };
type Simple = Extract<PropertyKind, string>;

const fields: Readonly<Record<Simple, (props: Props) => ReactNode>> = {
  id: IdField,
  line: LineField,
  flag: FlagField,
  tick: FlagField,
  whole: WholeField,
  amount: AmountField,
  texts: ({ path, property }) => <TextsField path={path} label={property.label} help={property.help} />,
  longTexts: ({ path, property }) => (
    <TextsField path={path} label={property.label} help={property.help} isLong />
  ),
  options: ({ path }) => <OptionsField path={path} />,
  condition: ({ path }) => <ConditionField path={path} />,
  picture: PictureField,
  optionDefault: OptionDefaultField,
};

/** A property of a component, edited by what its kind asks for. */
export function PropertyField({
  component,
  property,
}: {
  readonly component: Path;
  readonly property: Property;
}) {
  const path = [...component, ...property.path];
  const { kind } = property;
  if (typeof kind === 'object') return <WordsField path={path} property={property} choices={kind.words} />;
  const Field = fields[kind];
  return <Field path={path} property={property} />;
}

/** The choice at first, or a text with substitution. */
function OptionDefaultField({ path, property }: Props) {
  const { value, set, isReadOnly } = useProperty(path);
  const { value: options } = useProperty([...path.slice(0, -1), 'options']);
  const values = (Array.isArray(options) ? options : []).map((one) =>
    String((one as { value?: unknown }).value),
  );
  const given = String(value ?? '');
  if (given !== '' && !values.includes(given)) return <LineField path={path} property={property} />;
  return (
    <NativeSelect
      label={property.label}
      data={[{ value: '', label: builderWords.options.nobody }, ...values]}
      value={given}
      disabled={isReadOnly}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
