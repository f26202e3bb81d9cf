import { getCustomPagePreview, type NewCustomPage } from '@latchkey/contract';
import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { LongTextField, TextField } from '../kit/form/fields.tsx';
import { FormFailure } from '../kit/form/form-failure.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { useLeaveGuard } from '../kit/form/use-leave-guard.ts';
import { TextLink } from '../kit/links.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { firstPage } from './first-page.ts';
import { PageFiles } from './page-files.tsx';
import { PagePreview } from './page-preview.tsx';
import { pageWords } from './page-words.ts';
import classes from './pages.module.css';
import { SaveButtons } from './save-buttons.tsx';
import type { Edited } from './unsaved-document.ts';
import { base64Of, UploadBox } from './upload-box.tsx';
import { useSavePage } from './use-save-page.ts';
import { useNewDocument } from './use-unsaved-document.ts';

type Source = keyof typeof pageWords.sources;
const sources = Object.entries(pageWords.sources).map(([value, label]) => ({ value, label }));

/** Makes a Custom Page: from an archive, in the editor, or at an address. */
export function NewPageScreen() {
  const navigate = useNavigate();
  const [source, setSource] = useState<Source>('upload');
  const [file, setFile] = useState<File | null>(null);
  const [documents, setDocuments] = useState<Edited>(firstPage);
  const isDeploying = useRef(false);
  const save = useSavePage(
    ({ name }) => void navigate({ to: '/pages/$name', params: { name }, ignoreBlocker: true }),
  );
  const contents: Readonly<Record<Source, () => Promise<Partial<NewCustomPage>>>> = {
    upload: async () => ({ archive: file === null ? '' : await base64Of(file) }),
    editor: async () => ({
      documents: Object.entries(documents).map(([path, text]) => ({ path, text })),
    }),
    address: async () => ({ baseAppUrl: form.values.baseAppUrl }),
  };
  const form = useForm({ name: '', description: '', baseAppUrl: '' }, async ({ name, description }) =>
    save({ name, description, ...(await contents[source]()) }, isDeploying.current),
  );
  useLeaveGuard(form.isDirty && !form.isSaving);
  const isMissing = source === 'upload' && file === null;
  return (
    <Page
      title={pageWords.create}
      trail={[
        <TextLink key="pages" to="/pages">
          {pageWords.title}
        </TextLink>,
      ]}
      {...(source !== 'editor' && { width: 'narrow' })}
    >
      <div className={source === 'editor' ? classes.workbench : undefined}>
        <Section title={pageWords.source}>
          <TextField form={form} name="name" label={pageWords.name} help={pageWords.nameHelp} isRequired />
          <LongTextField form={form} name="description" label={pageWords.descriptionField} />
          <SegmentedControl
            aria-label={pageWords.source}
            data={sources}
            value={source}
            onChange={(value) => setSource(value as Source)}
          />
          {source === 'upload' && <UploadBox file={file} onChoose={setFile} />}
          {source === 'editor' && (
            <PageFiles
              paths={Object.keys(firstPage)}
              withText={(path, show) => show(documents[path] ?? '')}
              onChange={(path, text) => setDocuments((now) => ({ ...now, [path]: text }))}
              isReadOnly={false}
            />
          )}
          {source === 'address' && (
            <TextField
              form={form}
              name="baseAppUrl"
              label={pageWords.address}
              help={pageWords.addressHelp}
              placeholder={pageWords.addressExample}
              isRequired
            />
          )}
          <FormFailure form={form} />
          <SaveButtons
            isSaving={form.isSaving}
            isDisabled={isMissing || form.values.name === ''}
            onSave={(deploys) => {
              isDeploying.current = deploys;
              void form.submit();
            }}
          />
        </Section>
        {source === 'editor' && <NewPreview name={form.values.name} documents={documents} />}
      </div>
    </Page>
  );
}

type PreviewProps = { readonly name: string; readonly documents: Edited };

/** What is in the editor as people would see it. */
function NewPreview({ name, documents }: PreviewProps) {
  const answer = useRead(getCustomPagePreview, {});
  const unsaved = useNewDocument(documents);
  return (
    <Section title={pageWords.preview} text={pageWords.previewText}>
      <Loaded answer={answer}>
        {({ previewUrl }) => <PagePreview name={name} url={previewUrl} unsaved={unsaved} />}
      </Loaded>
    </Section>
  );
}
