import {
  type CustomPageVersion,
  createCustomPage,
  deleteCustomPage,
  deployCustomPage,
} from '@latchkey/contract';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { TextLink } from '../kit/links.tsx';
import { Moment } from '../kit/moment.tsx';
import { toast } from '../kit/toasts.ts';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import classes from '../processes/definitions/definitions.module.css';
import { useMay } from '../session/use-session.ts';
import { PageComparison } from './page-comparison.tsx';
import { pageWords, sizeOf } from './page-words.ts';

type Props = { readonly versions: readonly CustomPageVersion[]; readonly shown: CustomPageVersion };

/** Every version of a page, newest first; each can be compared with the one that is shown. */
export function PageVersions({ versions, shown }: Props) {
  const [other, setOther] = useState<CustomPageVersion>();
  return (
    <>
      <ul className={classes.versions} aria-label={pageWords.versionsOf(shown.name)}>
        {versions.map((version) => (
          <li key={version.id} className={classes.version}>
            <VersionWords version={version} isShown={version.id === shown.id} />
            <Group gap="xs">
              {version.id !== shown.id && (
                <Button size="xs" variant="default" onClick={() => setOther(version)}>
                  {pageWords.compare}
                </Button>
              )}
              <VersionActions version={version} isNewest={version === versions[0]} />
            </Group>
          </li>
        ))}
      </ul>
      {other && <PageComparison pair={inOrder(other, shown)} onClose={() => setOther(undefined)} />}
    </>
  );
}

const inOrder = (one: CustomPageVersion, other: CustomPageVersion) =>
  one.version < other.version ? ([one, other] as const) : ([other, one] as const);

function VersionWords({
  version,
  isShown,
}: {
  readonly version: CustomPageVersion;
  readonly isShown: boolean;
}) {
  const { name, fileCount, size, kind } = version;
  return (
    <div className={classes.versionWords}>
      <TextLink to="/pages/$name" params={{ name }} search={{ version: version.version }} fw={550}>
        {pageWords.versionOf(version.version)}
      </TextLink>
      <DefinitionStatus status={version.status} />
      {isShown && (
        <Text size="sm" c="dimmed">
          {pageWords.shown}
        </Text>
      )}
      <Text c="dimmed" size="sm" component="span">
        {kind === 'EXTERNAL' ? pageWords.external : pageWords.files(fileCount, sizeOf(size))} ·{' '}
        <Moment at={version.lastUpdatedDtm} /> {pageWords.by(version.lastUpdatedBy)}
      </Text>
    </div>
  );
}

type ActionProps = { readonly version: CustomPageVersion; readonly isNewest: boolean };

function VersionActions({ version: { id, name, version, status }, isNewest }: ActionProps) {
  const may = useMay();
  const [deploying, removing, creating] = [
    useWrite(deployCustomPage),
    useWrite(deleteCustomPage),
    useWrite(createCustomPage),
  ];
  const deploy = () =>
    confirm({
      title: pageWords.deployTitle(name, version),
      effect: pageWords.deployEffect,
      action: pageWords.deploy,
      run: async () => {
        await deploying.mutateAsync({ params: { id }, body: {} });
        toast(pageWords.deployed(name, version));
      },
    });
  const rollBack = () =>
    confirm({
      title: pageWords.rollBackTitle(version),
      effect: pageWords.rollBackEffect,
      action: pageWords.rollBack,
      run: async () => {
        const made = await creating.mutateAsync({ body: { name, basedOn: id } });
        toast(pageWords.rolledBack(version, made.version));
      },
    });
  const remove = () =>
    confirm({
      title: pageWords.deleteTitle(name, version),
      effect: pageWords.deleteEffect,
      action: pageWords.delete,
      isDangerous: true,
      run: async () => {
        await removing.mutateAsync({ params: { id } });
        toast(pageWords.deleted(name, version));
      },
    });
  return (
    <>
      {status === 'EDITABLE' && may(deployCustomPage) && (
        <Button size="xs" variant="default" onClick={deploy}>
          {pageWords.deploy}
        </Button>
      )}
      {!isNewest && may(createCustomPage) && (
        <Button size="xs" variant="default" onClick={rollBack}>
          {pageWords.rollBack}
        </Button>
      )}
      {may(deleteCustomPage) && (
        <Button size="xs" variant="light" color="red" onClick={remove}>
          {pageWords.delete}
        </Button>
      )}
    </>
  );
}
