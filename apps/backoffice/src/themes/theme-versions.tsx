import { deleteTheme, deployTheme, type ThemeVersion } from '@latchkey/contract';
import { Button, Group, Text } from '@mantine/core';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { TextLink } from '../kit/links.tsx';
import { Moment } from '../kit/moment.tsx';
import { toast } from '../kit/toasts.ts';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import classes from '../processes/definitions/definitions.module.css';
import { useMay } from '../session/use-session.ts';
import { themeWords } from './theme-words.ts';

type Props = { readonly versions: readonly ThemeVersion[]; readonly shown: ThemeVersion };

/** Every version of a theme, newest first. */
export const ThemeVersions = ({ versions, shown }: Props) => (
  <ul className={classes.versions} aria-label={themeWords.versionsOf(shown.name)}>
    {versions.map((version) => (
      <li key={version.id} className={classes.version}>
        <div className={classes.versionWords}>
          <TextLink
            to="/themes/$name"
            params={{ name: version.name }}
            search={{ version: version.version }}
            fw={550}
          >
            {themeWords.versionOf(version.version)}
          </TextLink>
          <DefinitionStatus status={version.status} />
          {version.id === shown.id && (
            <Text size="sm" c="dimmed">
              {themeWords.shown}
            </Text>
          )}
          <Text c="dimmed" size="sm" component="span">
            <Moment at={version.lastUpdatedDtm} /> {themeWords.by(version.lastUpdatedBy)}
          </Text>
        </div>
        <VersionActions version={version} />
      </li>
    ))}
  </ul>
);

function VersionActions({ version: { id, name, version, status } }: { readonly version: ThemeVersion }) {
  const may = useMay();
  const deploying = useWrite(deployTheme);
  const removing = useWrite(deleteTheme);
  const deploy = () =>
    confirm({
      title: themeWords.deployTitle(name, version),
      effect: themeWords.deployEffect,
      action: themeWords.deploy,
      run: async () => {
        await deploying.mutateAsync({ params: { id }, body: {} });
        toast(themeWords.deployed(name, version));
      },
    });
  const remove = () =>
    confirm({
      title: themeWords.deleteTitle(name, version),
      effect: themeWords.deleteEffect,
      action: themeWords.delete,
      isDangerous: true,
      run: async () => {
        await removing.mutateAsync({ params: { id } });
        toast(themeWords.deleted(name, version));
      },
    });
  return (
    <Group gap="xs" wrap="nowrap">
      {status === 'EDITABLE' && may(deployTheme) && (
        <Button size="xs" variant="default" onClick={deploy}>
          {themeWords.deploy}
        </Button>
      )}
      {may(deleteTheme) && (
        <Button size="xs" variant="light" color="red" onClick={remove}>
          {themeWords.delete}
        </Button>
      )}
    </Group>
  );
}
