import { Text } from '@mantine/core';
import type { Column } from '../list/column.ts';
import { Moment } from '../moment.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { NamedVersion } from './named-version.ts';
import { VersionStatus } from './version-status.tsx';
import { versionWords } from './version-words.ts';

type Shown = Pick<NamedVersion, 'status' | 'deployedVersion' | 'lastUpdatedDtm' | 'lastUpdatedBy'>;

/** What every list of newest versions tells of them: status, which version is live, who changed it when. */
export const versionColumns: readonly Column<Shown>[] = [
  {
    id: 'status',
    header: versionWords.status,
    width: '8rem',
    cell: ({ status }) => <VersionStatus status={status} />,
  },
  {
    id: 'live',
    header: versionWords.live,
    from: 'md',
    width: '11rem',
    cell: ({ deployedVersion }) =>
      deployedVersion === undefined ? (
        <Text c="dimmed" size="sm">
          {versionWords.notLive}
        </Text>
      ) : (
        <StatusBadge tone="busy">{versionWords.liveOf(deployedVersion)}</StatusBadge>
      ),
  },
  {
    id: 'changed',
    header: versionWords.changed,
    sort: 'lastUpdatedDtm',
    from: 'sm',
    width: '12rem',
    cell: ({ lastUpdatedDtm, lastUpdatedBy }) => (
      <>
        <Moment at={lastUpdatedDtm} />
        <Text c="dimmed" size="sm">
          {versionWords.by(lastUpdatedBy)}
        </Text>
      </>
    ),
  },
];
