import type { NavigationEntry } from '../shell/navigation.ts';

/** Ways into the screens of definitions, tokens and instances. */
export const processNavigation: readonly NavigationEntry[] = [];
