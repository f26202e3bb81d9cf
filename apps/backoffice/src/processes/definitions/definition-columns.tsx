import type { ProcessDefinitionVersion } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { TextLink } from '../../kit/links.tsx';
import type { Column } from '../../kit/list/column.ts';
import { Moment } from '../../kit/moment.tsx';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { VersionStatus } from '../../kit/versions/version-status.tsx';
import { common } from '../../words/common.ts';
import { definitionWords } from './definition-words.ts';
import { VersionActions } from './version-actions.tsx';
import { VersionsDisclosure } from './versions-disclosure.tsx';

/** The columns of the list of definitions; each row is the newest version of a name. */
export const definitionColumns: readonly Column<ProcessDefinitionVersion>[] = [
  {
    id: 'name',
    header: definitionWords.name,
    sort: 'name',
    cell: (version) => (
      <>
        <TextLink to="/definitions/$name" params={{ name: version.name }} fw={550}>
          {version.name}
        </TextLink>
        {version.description !== '' && (
          <Text c="dimmed" size="sm" lineClamp={2}>
            {version.description}
          </Text>
        )}
        <VersionsDisclosure name={version.name} count={version.version} />
      </>
    ),
  },
  {
    id: 'status',
    header: definitionWords.status,
    width: '8rem',
    cell: ({ status }) => <VersionStatus status={status} />,
  },
  {
    id: 'live',
    header: definitionWords.live,
    from: 'md',
    width: '11rem',
    cell: ({ deployedVersion }) =>
      deployedVersion === undefined ? (
        <Text c="dimmed" size="sm">
          {definitionWords.notLive}
        </Text>
      ) : (
        <StatusBadge tone="busy">{definitionWords.liveOf(deployedVersion)}</StatusBadge>
      ),
  },
  {
    id: 'changed',
    header: definitionWords.changed,
    sort: 'lastUpdatedDtm',
    from: 'sm',
    width: '12rem',
    cell: ({ lastUpdatedDtm, lastUpdatedBy }) => (
      <>
        <Moment at={lastUpdatedDtm} />
        <Text c="dimmed" size="sm">
          {definitionWords.by(lastUpdatedBy)}
        </Text>
      </>
    ),
  },
  {
    id: 'actions',
    header: common.actions,
    isActions: true,
    cell: (version) => <VersionActions version={version} />,
  },
];
