import {
  deleteCustomDataFormVersions,
  type FormVersion,
  getCustomDataForm,
  listCustomDataFormVersions,
} from '@latchkey/contract';
import { Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { Section } from '../kit/form/section.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.ts';
import { everyVersion, ShownVersion, trailTo } from '../kit/versions/shown-version.tsx';
import { versionSearch } from '../kit/versions/use-named-search.ts';
import { VersionStatus } from '../kit/versions/version-status.tsx';
import { useMay } from '../session/use-session.ts';
import { formWords } from './form-words.ts';
import { LazyFormEditor } from './lazy-form-editor.tsx';
import { FormUsesSection } from './versions/form-uses.tsx';
import { FormVersions } from './versions/form-versions.tsx';

const trail = trailTo('/forms', formWords.title);

/** One Custom Form: a version in the editor, below where it is used and the other versions. */
export function FormScreen() {
  const { name } = useParams({ from: '/shell/forms/$name' });
  const answer = useRead(listCustomDataFormVersions, { params: { name }, query: everyVersion });
  return (
    <ShownVersion answer={answer} trail={trail}>
      {(versions, shown) => <FormPage versions={versions} shown={shown} />}
    </ShownVersion>
  );
}

type Props = { readonly versions: readonly FormVersion[]; readonly shown: FormVersion };

function FormPage({ versions, shown }: Props) {
  const [, change] = useSearch(versionSearch);
  const answer = useRead(getCustomDataForm, { params: { id: shown.id } });
  return (
    <Page
      title={shown.name}
      meta={<VersionStatus status={shown.status} />}
      description={formWords.versionOf(shown.version)}
      trail={trail}
      actions={<DeleteForm name={shown.name} />}
    >
      <Stack gap="lg">
        <Loaded answer={answer}>
          {(form) => (
            <LazyFormEditor key={form.id} stored={form} onSaved={() => change({ version: undefined })} />
          )}
        </Loaded>
        <FormUsesSection name={shown.name} />
        <Section title={formWords.versions} text={formWords.versionsText}>
          <FormVersions versions={versions} shown={shown} />
        </Section>
      </Stack>
    </Page>
  );
}

function DeleteForm({ name }: { readonly name: string }) {
  const may = useMay();
  const navigate = useNavigate();
  const removing = useWrite(deleteCustomDataFormVersions);
  if (!may(deleteCustomDataFormVersions)) return null;
  const remove = () =>
    confirm({
      title: formWords.deleteFormTitle(name),
      effect: formWords.deleteFormEffect,
      action: formWords.deleteForm,
      isDangerous: true,
      typeName: name,
      run: async () => {
        await removing.mutateAsync({ params: { name } });
        toast(formWords.formDeleted(name));
        void navigate({ to: '/forms', ignoreBlocker: true });
      },
    });
  return (
    <Button variant="light" color="red" leftSection={<IconTrash size={16} />} onClick={remove}>
      {formWords.deleteForm}
    </Button>
  );
}
