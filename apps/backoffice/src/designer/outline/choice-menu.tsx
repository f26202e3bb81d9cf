import { Menu } from '@mantine/core';
import classes from './outline.module.css';

export type Choice = { readonly key: string; readonly label: string; readonly choose: () => void };

/** A list below an entry of a menu; nothing where there is nothing to choose. */
export function ChoiceMenu({
  label,
  choices,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
}) {
  if (choices.length === 0) return null;
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown aria-label={label} className={classes.choices ?? ''}>
        {choices.map(({ key, label: text, choose }) => (
          <Menu.Item key={key} onClick={choose}>
            {text}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
