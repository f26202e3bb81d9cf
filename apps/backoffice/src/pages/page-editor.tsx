import { type CustomPage, createCustomPage, getCustomPageText } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { FormFailure } from '../kit/form/form-failure.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { useLeaveGuard } from '../kit/form/use-leave-guard.ts';
import { useSaveKey } from '../kit/form/use-save-key.ts';
import { Loaded } from '../kit/loaded.tsx';
import { useMay } from '../session/use-session.ts';
import { editable, PageFiles } from './page-files.tsx';
import { pageWords } from './page-words.ts';
import { SaveButtons } from './save-buttons.tsx';
import type { Edited } from './unsaved-document.ts';
import { useSavePage } from './use-save-page.ts';

type Props = {
  readonly page: CustomPage;
  readonly onSaved: (made: CustomPage) => void;
  readonly onEdited: (edited: Edited) => void;
};
type Work = { readonly edited: Edited; readonly deploys: boolean };

const nothing: Work = { edited: {}, deploys: false };

/** The text files of a version. Saving makes the next version, with all other files taken over. */
export function PageEditor({ page, onSaved, onEdited }: Props) {
  const may = useMay();
  const save = useSavePage(onSaved);
  const form = useForm(nothing, async ({ edited, deploys }) => {
    const documents = Object.entries(edited).map(([path, text]) => ({ path, text }));
    const { name, description } = page;
    await save({ name, description, basedOn: page.id, documents }, deploys);
  });
  const { edited } = form.values;
  const isChanged = Object.keys(edited).length > 0;
  const submit = (deploys: boolean) => {
    form.set({ deploys });
    requestAnimationFrame(() => void form.submit());
  };
  useLeaveGuard(isChanged && !form.isSaving);
  useSaveKey(() => isChanged && submit(false));
  const isReadOnly = !may(createCustomPage);
  if (page.kind === 'EXTERNAL')
    return (
      <Section title={pageWords.editor}>
        <Text c="dimmed">{pageWords.editorExternal}</Text>
        <Text>{page.baseAppUrl}</Text>
      </Section>
    );
  return (
    <Section title={pageWords.editor} text={isReadOnly ? undefined : pageWords.editorText}>
      <PageFiles
        paths={editable(page.files.map(({ path }) => path))}
        withText={(path, show) => <StoredText id={page.id} path={path} edited={edited[path]} show={show} />}
        onChange={(path, text) => {
          const now = { ...edited, [path]: text };
          form.set({ edited: now });
          onEdited(now);
        }}
        isReadOnly={isReadOnly}
      />
      <FormFailure form={form} />
      <SaveButtons isSaving={form.isSaving} isDisabled={!isChanged} onSave={submit} />
      {isChanged && <Text c="dimmed">{pageWords.previewUnsaved}</Text>}
    </Section>
  );
}

type StoredProps = {
  readonly id: string;
  readonly path: string;
  readonly edited: string | undefined;
  readonly show: (text: string) => ReactNode;
};

/** The text as it was edited when its tab was opened, else as it is stored; what is typed then stays in the editor. */
function StoredText({ id, path, edited, show }: StoredProps) {
  const [begin] = useState(edited);
  const answer = useRead(
    getCustomPageText,
    { params: { id }, query: { path } },
    { enabled: begin === undefined },
  );
  if (begin !== undefined) return show(begin);
  return <Loaded answer={answer}>{({ text }) => show(text ?? '')}</Loaded>;
}
