import { createCustomDataForm, type Form as StoredForm } from '@latchkey/contract';
import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { LongTextField, TextField } from '../kit/form/fields.tsx';
import { FormFailure } from '../kit/form/form-failure.tsx';
import { Section } from '../kit/form/section.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { useLeaveGuard } from '../kit/form/use-leave-guard.ts';
import { useSaveKey } from '../kit/form/use-save-key.ts';
import { toast } from '../kit/toasts.ts';
import { useMay, useSession } from '../session/use-session.ts';
import { FormBuilder } from './builder/form-builder.tsx';
import { JsonEditor } from './code/json-editor.tsx';
import { draftMemory } from './document/draft-memory.ts';
import { undoKeys } from './document/undo-keys.ts';
import { useFormDraft } from './document/use-form-draft.ts';
import { EditorTools } from './editor-tools.tsx';
import { firstForm } from './first-form.ts';
import { formWords } from './form-words.ts';
import classes from './forms.module.css';
import { LossNote } from './loss-note.tsx';
import { FormPreview } from './preview/form-preview.tsx';

type Props = {
  /** The version that one begins from; absent for a new form. */
  readonly stored?: StoredForm;
  readonly onSaved: (made: StoredForm) => void;
};

/** A form in the visual builder and as JSON, beside its preview. Saving makes the next version, deployed or not. */
export function FormEditor({ stored, onSaved }: Props) {
  const may = useMay();
  const mayCreate = may(createCustomDataForm);
  const { tenant } = useSession();
  const create = useWrite(createCustomDataForm);
  const isDeploying = useRef(true);
  const base = useMemo(() => baseOf(stored), [stored]);
  const [memory] = useState(() => draftMemory(tenant, stored?.name ?? ''));
  const [recalled] = useState(() => {
    const work = mayCreate ? memory.recall() : undefined;
    return work === undefined || isSame(work, base) ? undefined : work;
  });
  const [isTold, setTold] = useState(recalled === undefined);
  const begun = recalled ?? base;
  const draft = useFormDraft(begun.resource);
  const { text, judgement } = draft;
  const form = useForm({ name: begun.name, description: begun.description }, async (values) => {
    const creationOption = isDeploying.current ? 'Save & Deploy' : 'Save';
    const made = await create.mutateAsync({ body: { ...values, resource: text, creationOption } });
    memory.forget();
    const warned = made.warnings === undefined ? '' : ` ${formWords.warned(made.warnings.length)}`;
    toast((isDeploying.current ? formWords.savedDeployed : formWords.savedDraft)(made.version) + warned);
    onSaved(made);
  });
  const { name, description } = form.values;
  const isDirty = !isSame({ name, description, resource: text }, base);
  useEffect(() => {
    if (!mayCreate) return;
    if (isDirty) memory.remember({ name, description, resource: text, ...(stored && { baseId: stored.id }) });
    else memory.forget();
  }, [memory, mayCreate, isDirty, name, description, text, stored]);
  const hasFaults = judgement.faults.length > 0;
  const save = (deploys: boolean) => {
    isDeploying.current = deploys;
    if (!hasFaults && mayCreate) void form.submit();
  };
  const [view, setView] = useState<View>('visual');
  const [hasSeenJson, setSeenJson] = useState(false);
  const show = (next: View) => {
    setView(next);
    if (next !== 'visual') setSeenJson(true);
  };
  useLeaveGuard(isDirty && !form.isSaving);
  useSaveKey(() => save(false));
  return (
    <div className={classes.workbench} data-view={view}>
      <Section title={formWords.document} text={mayCreate ? formWords.documentText : undefined}>
        {!isTold && (
          <Alert color="blue" role="status" title={formWords.restoredTitle}>
            <Text size="sm">{formWords.restoredText}</Text>
            <Group gap="xs" mt="sm">
              <Button size="xs" onClick={() => setTold(true)}>
                {formWords.keepGoing}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setTold(true);
                  form.reset({ name: base.name, description: base.description });
                  draft.writeText(base.resource);
                }}
              >
                {formWords.discard}
              </Button>
            </Group>
          </Alert>
        )}
        {stored === undefined && (
          <TextField form={form} name="name" label={formWords.name} help={formWords.nameHelp} isRequired />
        )}
        {mayCreate && <LongTextField form={form} name="description" label={formWords.descriptionField} />}
        <div className={classes.bar}>
          <SegmentedControl
            aria-label={formWords.views}
            data={[
              { value: 'visual', label: formWords.visual },
              { value: 'json', label: formWords.jsonView },
              { value: 'both', label: formWords.both },
            ]}
            value={view}
            onChange={(next) => show(next as View)}
          />
          <EditorTools draft={draft} name={name} isReadOnly={!mayCreate} />
        </div>
        <div className={classes.editors} data-view={view} onKeyDownCapture={undoKeys(draft)}>
          <div className={classes.editor} hidden={view === 'json'}>
            <LossNote losses={draft.losses} />
            <FormBuilder draft={draft} isReadOnly={!mayCreate} />
            {view === 'visual' && hasFaults && (
              <Alert color="red" role="status" title={formWords.faults(judgement.faults.length)}>
                <Button size="xs" variant="default" onClick={() => show('json')}>
                  {formWords.showFaults}
                </Button>
              </Alert>
            )}
          </div>
          {hasSeenJson && (
            <div className={classes.editor} hidden={view === 'visual'}>
              <JsonEditor
                text={text}
                onChange={draft.writeText}
                faults={judgement.faults}
                isReadOnly={!mayCreate}
              />
            </div>
          )}
        </div>
        <FormFailure form={form} />
        {mayCreate && (
          <Group gap="xs" className={classes.save ?? ''}>
            <Button loading={form.isSaving} disabled={hasFaults} onClick={() => save(true)}>
              {formWords.saveDeploy}
            </Button>
            <Button variant="default" disabled={hasFaults || form.isSaving} onClick={() => save(false)}>
              {formWords.saveDraft}
            </Button>
          </Group>
        )}
      </Section>
      <div className={classes.aside}>
        <Section title={formWords.preview} text={formWords.previewText}>
          <FormPreview document={judgement.document} name={name} />
        </Section>
      </div>
    </div>
  );
}

type View = 'visual' | 'json' | 'both';
type Work = { readonly name: string; readonly description: string; readonly resource: string };

const baseOf = (stored: StoredForm | undefined): Work => ({
  name: stored?.name ?? '',
  description: stored?.description ?? '',
  resource: stored === undefined ? firstForm : prettyOf(stored.resource),
});

const isSame = (one: Work, other: Work): boolean =>
  one.name === other.name && one.description === other.description && one.resource === other.resource;

/** One line of JSON is for machines; what has lines already stays as somebody wrote it. */
function prettyOf(text: string): string {
  if (text.trim().includes('\n')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
