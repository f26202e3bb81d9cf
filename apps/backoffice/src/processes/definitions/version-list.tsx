import { listProcessDefinitionVersions, type ProcessDefinitionVersion } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useRead } from '../../api/use-read.ts';
import { TextLink } from '../../kit/links.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Moment } from '../../kit/moment.tsx';
import { VersionStatus } from '../../kit/versions/version-status.tsx';
import { definitionWords } from './definition-words.ts';
import classes from './definitions.module.css';
import { designAddress } from './design-address.ts';
import { VersionTags } from './tags/version-tags.tsx';
import { VersionActions } from './version-actions.tsx';

/** Every version of a definition, newest first, each with what can be done with it. */
export function VersionList({ name }: { readonly name: string }) {
  const answer = useRead(listProcessDefinitionVersions, {
    params: { name },
    query: { size: 100, sort: ['version,desc'] },
  });
  return (
    <Loaded answer={answer}>
      {({ content }) => (
        <ul className={classes.versions} aria-label={definitionWords.showVersions(name)}>
          {content.map((version) => (
            <VersionRow key={version.id} version={version} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

const VersionRow = ({ version }: { readonly version: ProcessDefinitionVersion }) => (
  <li className={classes.version}>
    <div className={classes.versionWords}>
      <TextLink {...designAddress(version)} fw={550}>
        {definitionWords.versionOf(version.version)}
      </TextLink>
      <VersionStatus status={version.status} />
      <VersionTags version={version} />
      <Text c="dimmed" size="sm" component="span">
        <Moment at={version.lastUpdatedDtm} /> {definitionWords.by(version.lastUpdatedBy)}
      </Text>
      {version.description !== '' && (
        <Text size="sm" c="dimmed" w="100%" lineClamp={2}>
          {version.description}
        </Text>
      )}
    </div>
    <VersionActions version={version} />
  </li>
);
