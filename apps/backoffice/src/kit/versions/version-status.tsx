import { StatusBadge } from '../status-badge.tsx';
import type { NamedVersion } from './named-version.ts';
import { versionWords } from './version-words.ts';

/** Whether a version is a draft or deployed. */
export const VersionStatus = ({ status }: Pick<NamedVersion, 'status'>) => (
  <StatusBadge tone={status === 'DEPLOYED_ACTIVE' ? 'good' : 'quiet'}>
    {versionWords.statuses[status]}
  </StatusBadge>
);
