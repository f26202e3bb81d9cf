import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { definitionWords } from './definition-words.ts';
import classes from './definitions.module.css';
import { VersionList } from './version-list.tsx';

type Props = { readonly name: string; readonly count: number };

/** Unfolds the versions of a definition in its row. */
export function VersionsDisclosure({ name, count }: Props) {
  const [isOpen, { toggle }] = useDisclosure();
  const id = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  if (count < 2) return null;
  return (
    <div data-actions="true">
      <UnstyledButton className={classes.unfold} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        <Icon size={14} aria-hidden /> {definitionWords.versionCount(count)}
      </UnstyledButton>
      <div id={id}>{isOpen && <VersionList name={name} />}</div>
    </div>
  );
}
