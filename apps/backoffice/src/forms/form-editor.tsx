import { createCustomDataForm, type Form as StoredForm } from '@latchkey/contract';
import { Button, Group, Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useWrite } from '../api/use-write.ts';
import { LongTextField, TextField } from '../kit/form/fields.tsx';
import { FormFailure } from '../kit/form/form-failure.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { useLeaveGuard } from '../kit/form/use-leave-guard.ts';
import { useSaveKey } from '../kit/form/use-save-key.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { firstForm } from './first-form.ts';
import { FormPreview } from './form-preview.tsx';
import { formWords } from './form-words.ts';
import classes from './forms.module.css';
import { JsonEditor } from './json-editor.tsx';
import { judgeDocument } from './judge-document.ts';

type Props = {
  /** The version that one begins from; absent for a new form. */
  readonly stored?: StoredForm;
  readonly onSaved: (made: StoredForm) => void;
};

/** The document beside its preview. Saving makes the next version, deployed or not. */
export function FormEditor({ stored, onSaved }: Props) {
  const may = useMay();
  const create = useWrite(createCustomDataForm);
  const isDeploying = useRef(true);
  const initial = {
    name: stored?.name ?? '',
    description: stored?.description ?? '',
    resource: stored === undefined ? firstForm : prettyOf(stored.resource),
  };
  const form = useForm(initial, async (values) => {
    const creationOption = isDeploying.current ? 'Save & Deploy' : 'Save';
    const made = await create.mutateAsync({ body: { ...values, creationOption } });
    toast((isDeploying.current ? formWords.savedDeployed : formWords.savedDraft)(made.version));
    onSaved(made);
  });
  const { resource, name } = form.values;
  const { document, faults } = useMemo(() => judgeDocument(resource), [resource]);
  const mayCreate = may(createCustomDataForm);
  const save = (deploys: boolean) => {
    isDeploying.current = deploys;
    if (faults.length === 0) void form.submit();
  };
  useLeaveGuard(form.isDirty && !form.isSaving);
  useSaveKey(() => save(false));
  return (
    <div className={classes.workbench}>
      <Section title={formWords.document} text={mayCreate ? formWords.documentText : undefined}>
        {stored === undefined && (
          <TextField form={form} name="name" label={formWords.name} help={formWords.nameHelp} isRequired />
        )}
        {mayCreate && <LongTextField form={form} name="description" label={formWords.descriptionField} />}
        <JsonEditor
          text={resource}
          onChange={(text) => form.set({ resource: text })}
          faults={faults}
          isReadOnly={!mayCreate}
        />
        <FormFailure form={form} />
        {mayCreate && (
          <Group gap="xs">
            <Button loading={form.isSaving} disabled={faults.length > 0} onClick={() => save(true)}>
              {formWords.saveDeploy}
            </Button>
            <Button
              variant="default"
              disabled={faults.length > 0 || form.isSaving}
              onClick={() => save(false)}
            >
              {formWords.saveDraft}
            </Button>
            <Button
              variant="subtle"
              disabled={document === undefined}
              onClick={() => form.set({ resource: prettyOf(resource) })}
            >
              {formWords.format}
            </Button>
          </Group>
        )}
      </Section>
      <Section title={formWords.preview} text={formWords.previewText}>
        <Stack gap="sm">
          <FormPreview document={document} name={name} />
        </Stack>
      </Section>
    </div>
  );
}

function prettyOf(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
