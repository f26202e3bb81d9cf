import { listThemes } from '@latchkey/contract';
import { IconPalette } from '@tabler/icons-react';
import type { NavigationEntry } from '../shell/navigation.ts';
import { shellWords } from '../shell/words.ts';

/** The way into the screens of themes. */
export const themeNavigation: NavigationEntry = {
  label: shellWords.themes,
  icon: IconPalette,
  to: '/themes',
  needs: listThemes,
  keywords: shellWords.themesKeywords,
};
