import { getEmbedding } from '@latchkey/contract';
import { IconAppWindow } from '@tabler/icons-react';
import type { NavigationEntry } from '../shell/navigation.ts';
import { shellWords } from '../shell/words.ts';

/** The way into the screen of embedding. */
export const embeddingNavigation: NavigationEntry = {
  label: shellWords.embedding,
  icon: IconAppWindow,
  to: '/embedding',
  needs: getEmbedding,
  keywords: shellWords.embeddingKeywords,
};
