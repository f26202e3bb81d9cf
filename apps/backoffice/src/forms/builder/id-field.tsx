import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Path } from '../document/form-json.ts';
import { renameComponent } from '../document/rename-component.ts';
import { useBuilder } from './builder-context.ts';
import type { Property } from './properties.ts';
import { useProperty } from './use-property.ts';

type Props = { readonly path: Path; readonly property: Property };

/** The id of a component. Conditions that read the field follow it when it is renamed, so it is changed when one leaves the field. */
export function IdField({ path, property }: Props) {
  const { edit } = useBuilder();
  const { value, fault, isReadOnly } = useProperty(path);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const place = Number(path[1]);
  const commit = () => {
    if (typed !== undefined && typed !== value) edit(renameComponent(place, typed));
    setTyped(undefined);
  };
  return (
    <TextInput
      label={property.label}
      description={property.help}
      {...(fault !== undefined && { error: fault })}
      value={typed ?? String(value ?? '')}
      readOnly={isReadOnly}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  );
}
