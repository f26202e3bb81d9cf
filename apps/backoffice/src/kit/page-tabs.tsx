import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

type Props<Tab extends string> = {
  readonly tabs: readonly Tab[];
  readonly value: Tab;
  readonly words: Readonly<Record<Tab, string>>;
  /** Gets `undefined` for the first tab, which the address does not name. */
  readonly onChange: (tab: Tab | undefined) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
};

/** The parts of a screen, one shown at a time. */
export const PageTabs = <Tab extends string>({ tabs, value, words, onChange, children }: Props<Tab>) => (
  <Tabs
    value={value}
    keepMounted={false}
    onChange={(next) => onChange(tabs.find((one) => one === next && one !== tabs[0]))}
  >
    <Tabs.List mb="md">
      {tabs.map((one) => (
        <Tabs.Tab key={one} value={one}>
          {words[one]}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    <Tabs.Panel value={value}>{children}</Tabs.Panel>
  </Tabs>
);
