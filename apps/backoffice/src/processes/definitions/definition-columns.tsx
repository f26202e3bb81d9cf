import type { ProcessDefinitionVersion } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { TextLink } from '../../kit/links.tsx';
import type { Column } from '../../kit/list/column.ts';
import { versionColumns } from '../../kit/versions/version-columns.tsx';
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
  ...versionColumns,
  {
    id: 'actions',
    header: common.actions,
    isActions: true,
    cell: (version) => <VersionActions version={version} />,
  },
];
