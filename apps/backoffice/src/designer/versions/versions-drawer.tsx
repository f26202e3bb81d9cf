import { getProcessRetention, type ProcessDefinitionVersion } from '@latchkey/contract';
import { Button, Drawer, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../kit/lazy-part.tsx';
import { Moment } from '../../kit/moment.tsx';
import { RetentionPeriod } from '../../processes/definitions/retention/retention-period.tsx';
import { retentionWords } from '../../processes/definitions/retention/retention-words.ts';
import { VersionTags } from '../../processes/definitions/tags/version-tags.tsx';
import { useMay } from '../../session/use-session.ts';
import { common } from '../../words/common.ts';
import { screenWords } from '../screen-words.ts';
import classes from './versions.module.css';

/** Most people who look at versions compare none. */
const CompareDialog = lazyPart(() => import('./compare-dialog.tsx').then((module) => module.CompareDialog));

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly versions: readonly ProcessDefinitionVersion[];
  /** Id of the version that is shown. */
  readonly shown: string;
};

/** Every version, newest first: to look at, to tag, to compare with the one before it; then how long instances are kept. */
export function VersionsDrawer({ isOpen, onClose, versions, shown }: Props) {
  const navigate = useNavigate();
  const may = useMay();
  const name = versions[0]?.name;
  const [compared, setCompared] = useState<readonly [ProcessDefinitionVersion, ProcessDefinitionVersion]>();
  const look = ({ name, version }: ProcessDefinitionVersion) => {
    onClose();
    const isNewest = version === versions[0]?.version;
    void navigate({ to: '/designer/$name', params: { name }, search: isNewest ? {} : { version } });
  };
  return (
    <>
      <Drawer
        opened={isOpen && compared === undefined}
        onClose={onClose}
        position="right"
        size={400}
        title={screenWords.versions}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <ol className={classes.versions}>
          {versions.map((one, place) => {
            const before = versions[place + 1];
            return (
              <li key={one.id} data-shown={one.id === shown || undefined}>
                <Group justify="space-between">
                  <strong>{screenWords.version(one.version)}</strong>
                  <span className={classes.status} data-live={one.status !== 'EDITABLE' || undefined}>
                    {one.status === 'EDITABLE' ? screenWords.draft : screenWords.live}
                  </span>
                </Group>
                <Text size="sm" c="dimmed">
                  <Moment at={one.lastUpdatedDtm} /> {screenWords.savedBy(one.lastUpdatedBy)}
                </Text>
                <Group gap={6} mt={6}>
                  <VersionTags version={one} />
                </Group>
                <Group gap="xs" mt={6}>
                  {one.id !== shown && (
                    <Button size="compact-xs" variant="default" onClick={() => look(one)}>
                      {screenWords.look}
                    </Button>
                  )}
                  {before && (
                    <Button size="compact-xs" variant="default" onClick={() => setCompared([before, one])}>
                      {`${screenWords.compareWith} ${before.version}`}
                    </Button>
                  )}
                </Group>
              </li>
            );
          })}
        </ol>
        {name !== undefined && may(getProcessRetention) && (
          <section className={classes.retention} aria-label={retentionWords.title}>
            <h3>{retentionWords.title}</h3>
            <Text size="sm" c="dimmed">
              {retentionWords.text}
            </Text>
            <RetentionPeriod name={name} />
          </section>
        )}
      </Drawer>
      {compared && (
        <Suspense>
          <CompareDialog pair={compared} onClose={() => setCompared(undefined)} />
        </Suspense>
      )}
    </>
  );
}
