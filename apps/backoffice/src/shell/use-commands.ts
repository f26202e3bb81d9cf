import { useMantineColorScheme } from '@mantine/core';
import { useSignOut } from '../session/use-sign-out.ts';
import { common } from '../words/common.ts';
import { shellWords } from './words.ts';

/** What one can do from anywhere, in the account menu and the command palette. */
export function useCommands() {
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return [
    { id: 'light', label: shellWords.useLight, run: () => setColorScheme('light') },
    { id: 'dark', label: shellWords.useDark, run: () => setColorScheme('dark') },
    { id: 'auto', label: shellWords.useSystem, run: () => setColorScheme('auto') },
    { id: 'sign-out', label: common.signOut, run: signOut },
  ] as const;
}
