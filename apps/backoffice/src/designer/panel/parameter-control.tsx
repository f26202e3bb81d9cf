import { Autocomplete, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { ParameterSchema } from '../manifest.ts';
import type { FieldAttributes } from './field-frame.tsx';
import type { Choice, LiveChoices } from './live-choices.ts';
import { unwrapped } from './parameter-text.ts';
import { panelWords } from './words.ts';

export type ControlProps = {
  readonly attributes: FieldAttributes;
  readonly name: string;
  readonly schema: ParameterSchema;
  /** Empty while it is not set. */
  readonly value: string;
  readonly live: LiveChoices;
  readonly onChange: (value: string) => void;
  /** For choices: takes it at once. */
  readonly onChoose: (value: string) => void;
  readonly onLeave: () => void;
};

/** The control of a parameter that has a fixed value, by its schema. */
export function ParameterControl(props: ControlProps) {
  const { schema, live } = props;
  if (live) return <LiveControl {...props} live={live} />;
  const choices = choicesOf(schema);
  if (choices) return <ChoiceControl {...props} choices={choices} />;
  if (schema.type === 'boolean') return <FlagControl {...props} />;
  if (schema.type === 'integer' || schema.type === 'number') return <NumberControl {...props} />;
  return <TextControl {...props} />;
}

const shared = ({ attributes, name }: ControlProps) => ({
  ...attributes,
  'data-property': name,
  error: attributes['aria-invalid'] ?? false,
});

const defaultHint = ({ default: value }: ParameterSchema): { readonly placeholder?: string } =>
  value === undefined ? {} : { placeholder: panelWords.defaultIs(unwrapped(String(value))) };

const TextControl = (props: ControlProps) => (
  <TextInput
    {...shared(props)}
    {...defaultHint(props.schema)}
    autoComplete="off"
    value={props.value}
    onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
    onBlur={props.onLeave}
  />
);

const NumberControl = (props: ControlProps) => (
  <NumberInput
    {...shared(props)}
    {...defaultHint(props.schema)}
    clampBehavior="none"
    value={unwrapped(props.value)}
    onChange={(value) => props.onChange(String(value))}
    onBlur={props.onLeave}
    {...(props.schema.minimum !== undefined && { min: props.schema.minimum })}
    {...(props.schema.maximum !== undefined && { max: props.schema.maximum })}
  />
);

function FlagControl(props: ControlProps) {
  const standard = unwrapped(String(props.schema.default ?? 'false'));
  const isOn = (props.value === '' ? standard : unwrapped(props.value)) === 'true';
  return (
    <Switch
      id={props.attributes.id}
      data-property={props.name}
      aria-describedby={props.attributes['aria-describedby']}
      label={isOn ? panelWords.on : panelWords.off}
      checked={isOn}
      onChange={({ currentTarget: { checked } }) =>
        props.onChoose(String(checked) === standard ? '' : String(checked))
      }
    />
  );
}

/** Names may be typed too: what they mean may be made later. */
const LiveControl = ({ live, ...props }: ControlProps & { readonly live: NonNullable<LiveChoices> }) => (
  <Autocomplete
    {...shared({ ...props, live })}
    {...defaultHint(props.schema)}
    data={[...new Set(live.choices.map(({ value }) => value))]}
    renderOption={({ option }) =>
      live.choices.find(({ value }) => value === option.value)?.label ?? option.value
    }
    value={unwrapped(props.value)}
    onChange={props.onChange}
    onOptionSubmit={props.onChoose}
    onBlur={props.onLeave}
    comboboxProps={{ shadow: 'md' }}
    {...(live.choices.length === 0 && { placeholder: live.first ?? panelWords.newOnes(live.what) })}
  />
);

const ChoiceControl = ({ choices, ...props }: ControlProps & { readonly choices: readonly Choice[] }) => (
  <Select
    {...shared(props)}
    {...defaultHint(props.schema)}
    data={choices.map((choice) => ({ ...choice }))}
    clearable
    value={props.value === '' ? null : props.value}
    onChange={(value) => props.onChoose(value ?? '')}
    comboboxProps={{ shadow: 'md' }}
  />
);

function choicesOf({ enum: values, anyOf }: ParameterSchema): readonly Choice[] | undefined {
  const all = values ?? anyOf?.map((one) => one.const);
  if (!all || all.includes(undefined)) return undefined;
  return all.map((value) => ({ value: String(value), label: String(value) }));
}
