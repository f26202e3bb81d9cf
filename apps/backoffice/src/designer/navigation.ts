import { createProcessDefinition } from '@latchkey/contract';
import { IconSitemap } from '@tabler/icons-react';
import type { NavigationEntry } from '../shell/navigation.ts';
import { designerWords } from './words.ts';

/** Ways into the screens of the Process Designer and its forms. */
export const designerNavigation: readonly NavigationEntry[] = [
  {
    label: designerWords.newProcess,
    icon: IconSitemap,
    to: '/designer/new',
    needs: createProcessDefinition,
    keywords: designerWords.newProcessKeywords,
  },
];
