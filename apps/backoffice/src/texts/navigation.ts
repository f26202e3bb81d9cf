import { listTexts } from '@latchkey/contract';
import { IconLanguage } from '@tabler/icons-react';
import type { NavigationEntry } from '../shell/navigation.ts';
import { shellWords } from '../shell/words.ts';

/** The way into the screen of texts. */
export const textNavigation: NavigationEntry = {
  label: shellWords.texts,
  icon: IconLanguage,
  to: '/texts',
  needs: listTexts,
  keywords: shellWords.textsKeywords,
};
