import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { common } from '../words/common.ts';
import { AccountMenu } from './account-menu.tsx';
import logo from './latchkey.svg';
import type { NavigationEntry } from './navigation.ts';
import classes from './sidebar.module.css';
import { useNavigation } from './use-navigation.ts';

type Props = {
  readonly isCollapsed: boolean;
  /** Absent where it cannot be collapsed. */
  readonly onToggle?: () => void;
  readonly onPalette: () => void;
};

/** The main navigation, the way to the command palette, and one's account. */
export function Sidebar({ isCollapsed, onToggle, onPalette }: Props) {
  const groups = useNavigation();
  const Toggle = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <div className={classes.sidebar} data-collapsed={isCollapsed || undefined}>
      <div className={classes.brand}>
        <img src={logo} alt="" width={26} height={26} />
        {!isCollapsed && <span>{common.product}</span>}
        {onToggle && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={isCollapsed ? common.expand : common.collapse}
            onClick={onToggle}
          >
            <Toggle size={18} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      <UnstyledButton
        className={classes.search}
        onClick={onPalette}
        {...(isCollapsed && { 'aria-label': common.search })}
      >
        <IconSearch size={16} aria-hidden />
        {!isCollapsed && (
          <>
            <span>{common.search}</span>
            <Kbd size="xs">{common.paletteKeys}</Kbd>
          </>
        )}
      </UnstyledButton>
      <nav aria-label={common.navigation} className={classes.groups}>
        {groups.map(({ label, entries }) => (
          <div key={label ?? ''}>
            {label !== undefined && <h2 className={classes.group}>{label}</h2>}
            <ul>
              {entries.map((entry) => (
                <li key={entry.label}>
                  <Entry entry={entry} isCollapsed={isCollapsed} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <AccountMenu isCollapsed={isCollapsed} />
    </div>
  );
}

function Entry({ entry, isCollapsed }: { readonly entry: NavigationEntry; readonly isCollapsed: boolean }) {
  const { label, icon: Icon, to } = entry;
  return (
    <Tooltip label={label} position="right" disabled={!isCollapsed}>
      <Link to={to} className={classes.entry} activeOptions={{ exact: to === '/', includeSearch: false }}>
        <Icon size={18} stroke={1.6} />
        <span className={isCollapsed ? classes.hidden : undefined}>{label}</span>
      </Link>
    </Tooltip>
  );
}
