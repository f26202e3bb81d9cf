import type { FormVersion } from '@latchkey/contract';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { definitionWords } from './definition-words.ts';

type Props = { readonly status: FormVersion['status'] };

/** Whether a version is a draft or deployed. */
export const DefinitionStatus = ({ status }: Props) => (
  <StatusBadge tone={status === 'DEPLOYED_ACTIVE' ? 'good' : 'quiet'}>
    {definitionWords.statuses[status]}
  </StatusBadge>
);
