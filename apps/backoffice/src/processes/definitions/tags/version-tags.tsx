import {
  type ProcessDefinitionVersion,
  removeProcessDefinitionTag,
  setProcessDefinitionTag,
} from '@latchkey/contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMay } from '../../../session/use-session.ts';
import { RemovableTag, TagChip } from './tag-chip.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { tagWords } from './tag-words.ts';
import classes from './tags.module.css';

/** The tags of a version, and a plus for another where it is deployed. */
export function VersionTags({ version }: { readonly version: ProcessDefinitionVersion }) {
  const may = useMay();
  const [isAdding, add] = useDisclosure();
  const { id, tags, version: number, status } = version;
  const mayAdd = status === 'DEPLOYED_ACTIVE' && may(setProcessDefinitionTag);
  const mayRemove = may(removeProcessDefinitionTag);
  return (
    <>
      {tags.length > 0 && (
        <ul className={classes.tags} aria-label={tagWords.tagsOf(number)}>
          {tags.map((tag) => (
            <li key={tag.name}>{mayRemove ? <RemovableTag tag={tag} id={id} /> : <TagChip tag={tag} />}</li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          aria-label={tagWords.add(number)}
          onClick={add.open}
        >
          {tagWords.tag}
        </Button>
      )}
      {isAdding && <TagDialog version={version} onClose={add.close} />}
    </>
  );
}
