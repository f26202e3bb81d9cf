import {
  listCustomDataForms,
  listCustomPages,
  listProcessDefinitions,
  listProcessInstances,
  listProcessTokens,
  reviewProcessInstance,
} from '@latchkey/contract';
import {
  IconBrowser,
  IconChecklist,
  IconForms,
  IconLink,
  IconRoute,
  IconTimeline,
} from '@tabler/icons-react';
import type { NavigationEntry } from '../shell/navigation.ts';
import { processWords } from './process-words.ts';

/** Ways into the screens of definitions, tokens, instances and reviews. */
export const processNavigation: readonly NavigationEntry[] = [
  {
    label: processWords.definitions,
    icon: IconRoute,
    to: '/definitions',
    needs: listProcessDefinitions,
    keywords: 'processes bpmn diagram versions deploy upload',
  },
  {
    label: processWords.tokens,
    icon: IconLink,
    to: '/tokens',
    needs: listProcessTokens,
    keywords: 'links qr code start',
  },
  {
    label: processWords.instances,
    icon: IconTimeline,
    to: '/instances',
    needs: listProcessInstances,
    keywords: 'runs journeys incidents retry cancel',
  },
  {
    label: processWords.reviews,
    icon: IconChecklist,
    to: '/reviews',
    needs: reviewProcessInstance,
    keywords: 'approve decline manual',
  },
];

/** Ways into the screens of what a process shows to people. */
export const integrationNavigation: readonly NavigationEntry[] = [
  {
    label: processWords.forms,
    icon: IconForms,
    to: '/forms',
    needs: listCustomDataForms,
    keywords: 'custom data json preview fields',
  },
  {
    label: processWords.pages,
    icon: IconBrowser,
    to: '/pages',
    needs: listCustomPages,
    keywords: 'custom html css javascript upload zip integration hub',
  },
];
