import './needs.ts';
import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { common } from '../words/common.ts';
import { CommandPalette } from './command-palette.tsx';
import { PermittedScreen } from './permitted-screen.tsx';
import classes from './shell.module.css';
import { Sidebar } from './sidebar.tsx';

/** The frame round every screen: navigation, command palette, skip link. */
export function Shell() {
  const [isCollapsed, setCollapsed] = useLocalStorage({
    key: 'latchkey.navigation-collapsed',
    defaultValue: false,
  });
  const [isOpen, drawer] = useDisclosure();
  const [isPaletteOpen, palette] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the path that closes it.
  useEffect(drawer.close, [path]);
  return (
    <div className={classes.shell} data-collapsed={isCollapsed || undefined}>
      <a className={classes.skip} href="#content">
        {common.skipToContent}
      </a>
      <header className={classes.bar}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={common.openNavigation}
          onClick={drawer.open}
        >
          <IconMenu2 size={20} />
        </ActionIcon>
        <span className={classes.brand}>{common.product}</span>
      </header>
      <aside className={classes.side}>
        <Sidebar
          isCollapsed={isCollapsed}
          onToggle={() => setCollapsed(!isCollapsed)}
          onPalette={palette.open}
        />
      </aside>
      <Drawer.Root opened={isOpen} onClose={drawer.close} size={272} padding={0}>
        <Drawer.Overlay />
        <Drawer.Content aria-label={common.navigation}>
          <Sidebar isCollapsed={false} onPalette={palette.open} />
        </Drawer.Content>
      </Drawer.Root>
      <main id="content" className={classes.content} tabIndex={-1}>
        <PermittedScreen />
      </main>
      <CommandPalette isOpen={isPaletteOpen} onOpen={palette.open} onClose={palette.close} />
    </div>
  );
}
