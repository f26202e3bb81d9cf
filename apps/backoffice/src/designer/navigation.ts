import { createProcessDefinition } from '@latchkey/contract';
import { IconSitemap } from '@tabler/icons-react';
import type { NavigationEntry } from '../shell/navigation.ts';

/** Ways into the screens of the Process Designer and its forms. */
export const designerNavigation: readonly NavigationEntry[] = [
  {
    label: 'New process',
    icon: IconSitemap,
    to: '/designer/new',
    needs: createProcessDefinition,
    keywords: 'designer bpmn diagram draw create definition',
  },
];
