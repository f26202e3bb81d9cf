import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { builderWords } from './builder-words.ts';
import { iconOf, offered } from './component-icons.ts';

/** Offers every type of component. */
export const AddMenu = ({ onAdd }: { readonly onAdd: (type: string) => void }) => (
  <Menu position="bottom-start" width={280} returnFocus={false}>
    <Menu.Target>
      <Button variant="light" leftSection={<IconPlus size={16} />}>
        {builderWords.add}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Label>{builderWords.fields}</Menu.Label>
      {offered.fields.map((type) => (
        <Item key={type} type={type} onAdd={onAdd} />
      ))}
      <Menu.Divider />
      <Menu.Label>{builderWords.texts}</Menu.Label>
      {offered.texts.map((type) => (
        <Item key={type} type={type} onAdd={onAdd} />
      ))}
    </Menu.Dropdown>
  </Menu>
);

type ItemProps = { readonly type: keyof typeof builderWords.types; readonly onAdd: (type: string) => void };

function Item({ type, onAdd }: ItemProps) {
  const Icon = iconOf(type);
  return (
    <Menu.Item leftSection={<Icon size={16} aria-hidden />} onClick={() => onAdd(type)}>
      {builderWords.types[type].name}
    </Menu.Item>
  );
}
