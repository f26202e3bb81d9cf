import { listDefinitionUses } from '@latchkey/contract';
import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRead } from '../../api/use-read.ts';
import { TextLink } from '../../kit/links.tsx';
import { useMay } from '../../session/use-session.ts';
import { definitionWords } from './definition-words.ts';

type Props = {
  readonly storeName: string;
  readonly relyingPartyId?: string;
  readonly registrationPolicy?: string;
};

/** The processes that fail from now on without it, before it is deleted. */
export function NeededBy(needed: Props) {
  const may = useMay();
  const { data } = useRead(listDefinitionUses, { query: needed }, { enabled: may(listDefinitionUses) });
  const definitions = new Map(data?.content.map((use) => [use.definitionId, use]));
  if (definitions.size === 0) return null;
  return (
    <Alert color="red" mt="sm" icon={<IconAlertTriangle size={18} />} title={definitionWords.neededBy}>
      <List listStyleType="none">
        {[...definitions.values()].map(({ definitionId, definitionName, definitionVersion, element }) => (
          <List.Item key={definitionId}>
            <TextLink
              to="/designer/$name"
              params={{ name: definitionName }}
              search={{ version: definitionVersion, element }}
              target="_blank"
            >
              {definitionWords.definitionOf(definitionName, definitionVersion)}
            </TextLink>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
