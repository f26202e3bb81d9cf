import type { ComponentType } from '@latchkey/forms';
import { Text } from '@mantine/core';
import type { DraftComponent } from '../document/draft-document.ts';
import classes from './builder.module.css';
import { builderWords } from './builder-words.ts';
import { otherMembers } from './other-members.ts';
import { propertyGroups } from './properties.ts';
import { PropertyField } from './property-field.tsx';

type Props = { readonly component: DraftComponent; readonly place: number; readonly name: string };

/** Everything that can be set on a component; what the builder does not know is told. */
export function ComponentProperties({ component, place, name }: Props) {
  const { type } = component;
  if (!Object.hasOwn(propertyGroups, type))
    return <Text className={classes.panel ?? ''}>{builderWords.unknownType}</Text>;
  const others = otherMembers(component);
  return (
    <fieldset aria-label={builderWords.open(name)} className={classes.panel}>
      {propertyGroups[type as ComponentType].map(({ title, properties }) => (
        <div key={title ?? ''} className={classes.group}>
          {title !== undefined && <h3 className={classes.groupTitle}>{title}</h3>}
          {properties.map((property) => (
            <PropertyField
              key={property.path.join('.')}
              component={['components', place]}
              property={property}
            />
          ))}
        </div>
      ))}
      {others.length > 0 && (
        <div className={classes.group}>
          <h3 className={classes.groupTitle}>{builderWords.otherMembers}</h3>
          <Text c="dimmed" size="sm">
            {builderWords.otherMembersText} <code>{others.join(', ')}</code>
          </Text>
        </div>
      )}
    </fieldset>
  );
}
