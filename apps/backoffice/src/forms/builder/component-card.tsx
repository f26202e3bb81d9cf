import { ActionIcon, Badge, Collapse, Menu, UnstyledButton } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconCopy,
  IconDots,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo, useId, useRef } from 'react';
import type { DraftComponent } from '../document/draft-document.ts';
import classes from './builder.module.css';
import { builderWords } from './builder-words.ts';
import { iconOf } from './component-icons.ts';
import { ComponentProperties } from './component-properties.tsx';
import { nameOf, typeName } from './name-of.ts';
import { useDrag } from './use-drag.ts';

/** What one can do with a component in the list. */
export type CardDeeds = {
  readonly toggle: (position: number) => void;
  readonly move: (from: number, to: number) => void;
  readonly duplicate: (position: number) => void;
  readonly remove: (position: number) => void;
};

type Props = {
  readonly component: DraftComponent;
  /** In the list of the document. */
  readonly place: number;
  /** In the visible order. */
  readonly position: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly languages: readonly string[];
  readonly faults: number;
  readonly untranslated: number;
  readonly deeds: CardDeeds;
};

/** A component in the builder's list: what it is, its place in the order, and when it is open its properties. */
export const ComponentCard = memo(function ComponentCard(props: Props) {
  const { component, place, position, count, isOpen, isReadOnly, languages, deeds } = props;
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const panel = useId();
  const name = nameOf(component, languages);
  const edge = useDrag({ row, handle, position, isEnabled: !isReadOnly, onDrop: deeds.move });
  const Icon = iconOf(component.type);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0 || isReadOnly) return;
    event.preventDefault();
    deeds.move(position, position + step);
  };
  return (
    <li ref={row} className={classes.card} data-edge={edge} data-open={isOpen || undefined}>
      <div className={classes.head}>
        <span
          ref={handle}
          className={classes.handle}
          data-hidden={isReadOnly || undefined}
          title={builderWords.drag(name)}
        >
          <IconGripVertical size={16} aria-hidden />
        </span>
        <UnstyledButton
          className={classes.name ?? ''}
          aria-expanded={isOpen}
          aria-controls={panel}
          data-position={position}
          onClick={() => deeds.toggle(position)}
          onKeyDown={onKeyDown}
        >
          <Icon size={18} aria-hidden />
          <span className={classes.words}>
            <span className={classes.title}>
              <span dir="auto">{name}</span>
              <small>
                {typeName(component.type)} · {String(component.id ?? '')}
              </small>
            </span>
            <Marks {...props} />
          </span>
          <IconChevronDown size={16} aria-hidden className={classes.chevron ?? ''} />
        </UnstyledButton>
        {!isReadOnly && (
          <span className={classes.tools}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={builderWords.moveUp(name)}
              disabled={position === 0}
              onClick={() => deeds.move(position, position - 1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={builderWords.moveDown(name)}
              disabled={position === count - 1}
              onClick={() => deeds.move(position, position + 1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
            <CardMenu name={name} position={position} deeds={deeds} />
          </span>
        )}
      </div>
      <Collapse expanded={isOpen} transitionDuration={0} id={panel}>
        {isOpen && <ComponentProperties component={component} place={place} name={name} />}
      </Collapse>
    </li>
  );
});

const CardMenu = ({
  name,
  position,
  deeds,
}: Pick<Props, 'position' | 'deeds'> & { readonly name: string }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <ActionIcon variant="subtle" color="gray" aria-label={builderWords.actions(name)}>
        <IconDots size={16} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => deeds.duplicate(position)}>
        {builderWords.duplicate}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => deeds.remove(position)}>
        {builderWords.remove}
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

function Marks({ component, faults, untranslated }: Props) {
  const { validate, readOnly, transient, visibleWhen } = component;
  const isRequired = (validate as { required?: unknown } | undefined)?.required === true;
  return (
    <span className={classes.marks}>
      {faults > 0 && <Badge color="red">{builderWords.faults(faults)}</Badge>}
      {untranslated > 0 && <Badge color="yellow">{builderWords.missingTranslations(untranslated)}</Badge>}
      {isRequired && <Badge color="gray">{builderWords.required}</Badge>}
      {readOnly === true && <Badge color="gray">{builderWords.readOnly}</Badge>}
      {transient === true && <Badge color="gray">{builderWords.transient}</Badge>}
      {visibleWhen !== undefined && visibleWhen !== '' && (
        <Badge color="gray">{builderWords.conditional}</Badge>
      )}
    </span>
  );
}
