import { deleteCustomDataForm, deployCustomDataForm, type FormVersion } from '@latchkey/contract';
import { Button, Group, Text } from '@mantine/core';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { TextLink } from '../kit/links.tsx';
import { Moment } from '../kit/moment.tsx';
import { toast } from '../kit/toasts.ts';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import classes from '../processes/definitions/definitions.module.css';
import { useMay } from '../session/use-session.ts';
import { formWords } from './form-words.ts';

type Props = { readonly versions: readonly FormVersion[]; readonly shown: FormVersion };

/** Every version of a form, newest first. */
export const FormVersions = ({ versions, shown }: Props) => (
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
        {version.status === 'EDITABLE' && <DraftActions version={version} />}
      </li>
    ))}
  </ul>
);

function DraftActions({ version: { id, name, version } }: { readonly version: FormVersion }) {
  const may = useMay();
  const deploying = useWrite(deployCustomDataForm);
  const removing = useWrite(deleteCustomDataForm);
  const deploy = () =>
    confirm({
      title: formWords.deployTitle(name, version),
      effect: formWords.deployEffect,
      action: formWords.deploy,
      run: async () => {
        await deploying.mutateAsync({ params: { id }, body: {} });
        toast(formWords.deployed(name, version));
      },
    });
  const remove = () =>
    confirm({
      title: formWords.deleteTitle(name, version),
      effect: formWords.deleteEffect,
      action: formWords.delete,
      isDangerous: true,
      run: async () => {
        await removing.mutateAsync({ params: { id } });
        toast(formWords.deleted(name, version));
      },
    });
  return (
    <Group gap="xs" wrap="nowrap">
      {may(deployCustomDataForm) && (
        <Button size="xs" variant="default" onClick={deploy}>
          {formWords.deploy}
        </Button>
      )}
      {may(deleteCustomDataForm) && (
        <Button size="xs" variant="light" color="red" onClick={remove}>
          {formWords.delete}
        </Button>
      )}
    </Group>
  );
}
