import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useSession } from '../session/use-session.ts';
import { roleWords } from '../words/role-words.ts';
import classes from './sidebar.module.css';
import { useCommands } from './use-commands.ts';
import { shellWords } from './words.ts';

const icons = { light: IconSun, dark: IconMoon, auto: IconSunMoon, 'sign-out': IconLogout };

/** Who is signed in, the theme, and the way out. */
export function AccountMenu({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const { operator } = useSession();
  const commands = useCommands();
  return (
    <Menu position="top-start" width={228}>
      <Menu.Target>
        <UnstyledButton
          className={classes.account}
          {...(isCollapsed && { 'aria-label': shellWords.signedInAs(operator.name) })}
        >
          <Avatar size={28} radius="xl" name={operator.name} color="indigo" aria-hidden />
          {!isCollapsed && (
            <span className={classes.person}>
              <span>{operator.name}</span>
              <span className={classes.role}>{roleWords[operator.role]}</span>
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={shellWords.account}>
        {commands.map(({ id, label, run }) => {
          const Icon = icons[id];
          return (
            <Menu.Item key={id} leftSection={<Icon size={16} />} onClick={run}>
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
