import { ActionIcon, Input, Tooltip } from '@mantine/core';
import { IconBraces, IconForms } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { Fault } from '../problems/fault.ts';
import classes from './panel.module.css';
import { WarningNote } from './warning-note.tsx';
import { panelWords } from './words.ts';

type Props = {
  readonly label: string;
  readonly help?: string | undefined;
  readonly isRequired?: boolean;
  readonly error?: string | undefined;
  /** Worth a second look, though no error. */
  readonly warning?: Fault | undefined;
  /** Whether the field now takes an expression, and how to change that; absent where only one makes sense. */
  readonly expression?: { readonly isOn: boolean; readonly toggle: () => void };
  /** Beside the label: a way to what the field names. */
  readonly way?: ReactNode;
  readonly children: (attributes: FieldAttributes) => ReactNode;
};

/** What the control inside is told, so that label, help and error belong to it. */
export type FieldAttributes = {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
};

/** A field of the panel: label with its mark and the switch to an expression, control, help, error. */
export function FieldFrame(props: Props) {
  const { label, help, isRequired = false, error, warning, expression, way, children } = props;
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`, warning && `${id}-warning`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classes.field}>
      <div className={classes.label}>
        <Input.Label htmlFor={id} required={isRequired} size="sm">
          {label}
        </Input.Label>
        {way}
        {expression && <ExpressionSwitch label={label} {...expression} />}
      </div>
      {children({
        id,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
      {warning !== undefined && <WarningNote id={`${id}-warning`} fault={warning} />}
      {help !== undefined && (
        <p id={`${id}-help`} className={classes.help}>
          {help}
        </p>
      )}
    </div>
  );
}

function ExpressionSwitch({
  label,
  isOn,
  toggle,
}: NonNullable<Props['expression']> & { readonly label: string }) {
  const words = isOn ? panelWords.literal : panelWords.expression;
  return (
    <Tooltip label={words} position="left">
      <ActionIcon
        size={22}
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'indigo' : 'gray'}
        aria-label={`${words}: ${label}`}
        onClick={toggle}
      >
        {isOn ? <IconForms size={14} /> : <IconBraces size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
