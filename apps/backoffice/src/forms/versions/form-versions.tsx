import type { FormVersion } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../kit/links.tsx';
import { Moment } from '../../kit/moment.tsx';
import { DefinitionStatus } from '../../processes/definitions/definition-status.tsx';
import classes from '../../processes/definitions/definitions.module.css';
import { formWords } from '../form-words.ts';
import { CompareDialog, type Comparison } from './compare-dialog.tsx';
import { VersionActions } from './version-actions.tsx';

type Props = { readonly versions: readonly FormVersion[]; readonly shown: FormVersion };

/** Every version of a form, newest first, and what one can do with it. */
export function FormVersions({ versions, shown }: Props) {
  const [comparison, setComparison] = useState<Comparison | undefined>(undefined);
  const [newest] = versions;
  return (
    <>
      <ul className={classes.versions} aria-label={formWords.versionsOf(shown.name)}>
        {versions.map((version) => (
          <li key={version.id} className={classes.version}>
            <div className={classes.versionWords}>
              <TextLink
                to="/forms/$name"
                params={{ name: version.name }}
                search={{ version: version.version }}
                fw={550}
              >
                {formWords.versionOf(version.version)}
              </TextLink>
              <DefinitionStatus status={version.status} />
              {version.id === shown.id && (
                <Text size="sm" c="dimmed">
                  {formWords.shown}
                </Text>
              )}
              <Text c="dimmed" size="sm" component="span">
                <Moment at={version.lastUpdatedDtm} /> {formWords.by(version.lastUpdatedBy)}
              </Text>
            </div>
            {newest && <VersionActions version={version} newest={newest} onCompare={setComparison} />}
          </li>
        ))}
      </ul>
      {comparison && <CompareDialog {...comparison} onClose={() => setComparison(undefined)} />}
    </>
  );
}
