import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { TextLink } from '../links.tsx';
import { Moment } from '../moment.tsx';
import type { NamedPlace } from './named-list.tsx';
import type { NamedVersion } from './named-version.ts';
import classes from './version-list.module.css';
import { VersionStatus } from './version-status.tsx';
import { versionWords } from './version-words.ts';

type Props<Version extends NamedVersion> = {
  readonly at: NamedPlace;
  readonly versions: readonly Version[];
  readonly shown: Version;
  /** What more there is to say of a version. */
  readonly facts?: (version: Version) => string;
  /** What one can do with a version. */
  readonly actions: (version: Version) => ReactNode;
};

/** Every version of one name, newest first, and what one can do with each. */
export const VersionList = <Version extends NamedVersion>({
  at,
  versions,
  shown,
  facts,
  actions,
}: Props<Version>) => (
  <ul className={classes.versions} aria-label={versionWords.versionsOf(shown.name)}>
    {versions.map((version) => (
      <li key={version.id} className={classes.version}>
        <div className={classes.words}>
          <TextLink
            to={`${at}/$name`}
            params={{ name: version.name }}
            search={{ version: version.version }}
            fw={550}
          >
            {versionWords.versionOf(version.version)}
          </TextLink>
          <VersionStatus status={version.status} />
          {version.id === shown.id && (
            <Text size="sm" c="dimmed">
              {versionWords.shown}
            </Text>
          )}
          <Text c="dimmed" size="sm" component="span">
            {facts && `${facts(version)} · `}
            <Moment at={version.lastUpdatedDtm} /> {versionWords.by(version.lastUpdatedBy)}
          </Text>
        </div>
        <Group gap={6} className={classes.actions ?? ''}>
          {actions(version)}
        </Group>
      </li>
    ))}
  </ul>
);
