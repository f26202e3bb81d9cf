import { createProcessDefinition } from '@latchkey/contract';
import { FileInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemIn } from '../../api/call-failure.ts';
import { useWrite } from '../../api/use-write.ts';
import { DialogForm } from '../../kit/form/dialog-form.tsx';
import { LongTextField, SwitchField, TextField } from '../../kit/form/fields.tsx';
import { useForm } from '../../kit/form/use-form.ts';
import { toast } from '../../kit/toasts.ts';
import { DefinitionProblems } from './definition-problems.tsx';
import { definitionWords } from './definition-words.ts';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

const empty = { name: '', description: '', xml: '', deploy: true };

/** Makes the next version of a definition from a BPMN file; faults of the diagram are told one by one. */
export function UploadDialog({ isOpen, onClose }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const navigate = useNavigate();
  const create = useWrite(createProcessDefinition);
  const form = useForm(empty, async ({ name, description, xml, deploy }) => {
    const made = await create.mutateAsync({
      body: {
        name,
        description,
        resources: { bpmn: { data: xml, type: 'BPMN' } },
        creationOption: deploy ? 'Save & Deploy' : 'Save',
      },
    });
    toast(definitionWords.uploaded(made.name, made.version));
    close();
    await navigate({ to: '/definitions/$name', params: { name: made.name } });
  });
  const close = () => {
    setFile(null);
    form.reset(empty);
    onClose();
  };
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    const xml = chosen === null ? '' : await chosen.text();
    form.set({ xml, ...(form.values.name === '' && chosen !== null && { name: nameOf(chosen) }) });
  };
  const problem = form.failure === undefined ? undefined : problemIn(form.failure);
  const isOfDiagram = problem?.code === 'definition.invalid';
  return (
    <DialogForm
      form={isOfDiagram ? { ...form, failure: undefined } : form}
      title={definitionWords.uploadTitle}
      action={definitionWords.uploadAction}
      isOpen={isOpen}
      onClose={close}
    >
      <FileInput
        label={definitionWords.file}
        description={definitionWords.fileHelp}
        accept=".bpmn,.xml,application/xml,text/xml"
        placeholder={definitionWords.fileMissing}
        withAsterisk
        value={file}
        onChange={(chosen) => void choose(chosen)}
      />
      <TextField
        form={form}
        name="name"
        label={definitionWords.uploadName}
        help={definitionWords.uploadNameHelp}
        isRequired
      />
      <LongTextField form={form} name="description" label={definitionWords.uploadDescription} />
      <SwitchField
        form={form}
        name="deploy"
        label={definitionWords.deployAtOnce}
        help={definitionWords.deployAtOnceHelp}
      />
      {isOfDiagram && <DefinitionProblems errors={problem?.errors ?? []} />}
    </DialogForm>
  );
}

/** What a file is called, as a name that a definition may have. */
const nameOf = ({ name }: File): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9._ -]/g, '-')
    .slice(0, 50);
