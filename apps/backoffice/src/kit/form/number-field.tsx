import { NumberInput } from '@mantine/core';
import { type FieldProps, put, shared } from './field-props.ts';

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
