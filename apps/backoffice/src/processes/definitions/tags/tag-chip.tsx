import { removeProcessDefinitionTag, type VersionTag } from '@latchkey/contract';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWrite } from '../../../api/use-write.ts';
import { confirm } from '../../../kit/confirmations.ts';
import { toast } from '../../../kit/toasts.ts';
import { tagWords } from './tag-words.ts';
import classes from './tags.module.css';

/** A tag: its name, and its colour beside it. */
export const TagChip = ({ tag: { name, colour } }: { readonly tag: VersionTag }) => (
  <span className={classes.tag} data-colour={colour}>
    {name}
  </span>
);

type Props = {
  readonly tag: VersionTag;
  /** Id of the version that it is on. */
  readonly id: string;
};

/** A tag that can be taken off its version, after a question. */
export function RemovableTag({ tag: { name, colour }, id }: Props) {
  const remove = useWrite(removeProcessDefinitionTag, { alsoChanges: ['Process tokens'] });
  const ask = () =>
    confirm({
      title: tagWords.removeTitle(name),
      effect: tagWords.removeEffect,
      action: tagWords.removeAction,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { id, tag: name } });
        toast(tagWords.removed(name));
      },
    });
  return (
    <span className={classes.tag} data-colour={colour} data-removable>
      {name}
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={tagWords.remove(name)} onClick={ask}>
        <IconX size={12} />
      </ActionIcon>
    </span>
  );
}
