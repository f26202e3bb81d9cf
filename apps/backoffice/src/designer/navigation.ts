import type { NavigationEntry } from '../shell/navigation.ts';

/** Ways into the screens of the Process Designer and its forms. */
export const designerNavigation: readonly NavigationEntry[] = [];
