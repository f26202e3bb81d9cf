import { type FormVersion, getCustomDataForm, listCustomDataFormVersions } from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { LoadedPage } from '../kit/loaded-page.tsx';
import { Page } from '../kit/page.tsx';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import { FormVersions } from './form-versions.tsx';
import { formWords } from './form-words.ts';
import { formSearch } from './forms-search.ts';
import { LazyFormEditor } from './lazy-form-editor.tsx';

const trail = [
  <TextLink key="forms" to="/forms">
    {formWords.title}
  </TextLink>,
];

/** One Custom Form: a version in the editor, the others below. */
export function FormScreen() {
  const { name } = useParams({ from: '/shell/forms/$name' });
  const [{ version }] = useSearch(formSearch);
  const answer = useRead(listCustomDataFormVersions, {
    params: { name },
    query: { size: 100, sort: ['version,desc'] },
  });
  return (
    <LoadedPage answer={answer} trail={trail}>
      {({ content }) => {
        const shown = content.find((one) => one.version === version) ?? content[0];
        return shown && <FormPage versions={content} shown={shown} />;
      }}
    </LoadedPage>
  );
}

type Props = { readonly versions: readonly FormVersion[]; readonly shown: FormVersion };

function FormPage({ versions, shown }: Props) {
  const [, change] = useSearch(formSearch);
  const answer = useRead(getCustomDataForm, { params: { id: shown.id } });
  return (
    <Page
      title={shown.name}
      meta={<DefinitionStatus status={shown.status} />}
      description={formWords.versionOf(shown.version)}
      trail={trail}
    >
      <Stack gap="lg">
        <Loaded answer={answer}>
          {(form) => (
            <LazyFormEditor key={form.id} stored={form} onSaved={() => change({ version: undefined })} />
          )}
        </Loaded>
        <Section title={formWords.versions} text={formWords.versionsText}>
          <FormVersions versions={versions} shown={shown} />
        </Section>
      </Stack>
    </Page>
  );
}
