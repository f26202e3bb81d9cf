import {
  listProcessDefinitionTags,
  type ProcessDefinitionTag,
  type ProcessDefinitionVersion,
  setProcessDefinitionTag,
  tagColours,
} from '@latchkey/contract';
import { Alert, Autocomplete } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useRead } from '../../../api/use-read.ts';
import { useWrite } from '../../../api/use-write.ts';
import { DialogForm } from '../../../kit/form/dialog-form.tsx';
import { SelectField } from '../../../kit/form/fields.tsx';
import { useForm } from '../../../kit/form/use-form.ts';
import { toast } from '../../../kit/toasts.ts';
import { tagWords } from './tag-words.ts';

type Props = { readonly version: ProcessDefinitionVersion; readonly onClose: () => void };

const choices = tagColours.map((value) => ({ value, label: tagWords.colours[value] }));

/** Puts a tag on a version. One that is elsewhere moves, and the dialog says before what that does. */
export function TagDialog({ version: { id, name, version }, onClose }: Props) {
  const known = useRead(listProcessDefinitionTags, {});
  const set = useWrite(setProcessDefinitionTag, { alsoChanges: ['Process tokens'] });
  const there = (tag: string) => known.data?.find((one) => one.name === tag);
  const form = useForm({ tag: '', colour: 'grey' }, async (values) => {
    const tag = values.tag.trim();
    const colour = tagColours.find((one) => one === values.colour) ?? 'grey';
    const move = there(tag) !== undefined;
    await set.mutateAsync({ params: { id, tag }, body: { colour, move } });
    toast(tagWords.added(tag, version));
    onClose();
  });
  const existing = there(form.values.tag.trim());
  const moves = existing !== undefined && existing.processDefnId !== id ? existing : undefined;
  const error = form.errors.at('tag');
  return (
    <DialogForm
      form={form}
      title={tagWords.addTitle(name, version)}
      action={moves ? tagWords.moveAction : tagWords.addAction}
      isOpen
      onClose={onClose}
    >
      <Autocomplete
        label={tagWords.name}
        description={tagWords.nameHelp}
        withAsterisk
        data={(known.data ?? []).filter((one) => one.processDefnId !== id).map((one) => one.name)}
        value={form.values.tag}
        onChange={(tag) => form.set({ tag, ...(there(tag) && { colour: there(tag)?.colour ?? 'grey' }) })}
        {...(error !== undefined && { error })}
      />
      <SelectField form={form} name="colour" label={tagWords.colour} choices={choices} />
      {moves && <MoveNote tag={moves} />}
    </DialogForm>
  );
}

const MoveNote = ({ tag }: { readonly tag: ProcessDefinitionTag }) => (
  <Alert
    color="yellow"
    icon={<IconArrowRight aria-hidden />}
    title={tagWords.moveTitle(tag.name, tag.processDefnVersion, tag.processDefnName)}
  >
    {tag.followers === 0 ? tagWords.moveNobody : tagWords.moveText(tag.followers)}
  </Alert>
);
