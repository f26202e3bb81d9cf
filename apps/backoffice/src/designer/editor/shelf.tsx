import { UnstyledButton } from '@mantine/core';
import { IconAdjustments, IconApps } from '@tabler/icons-react';
import { panelWords } from '../panel/words.ts';
import { screenWords } from '../screen-words.ts';
import classes from './editor.module.css';

/** What lies on the shelf: the elements that can be added, or the properties of what is chosen. */
export type ShelfName = 'elements' | 'properties';

const places = [
  ['elements', screenWords.palette, IconApps],
  ['properties', panelWords.panel, IconAdjustments],
] as const;

/** Ids of what lies there. */
export const shelfId = (name: ShelfName): string => `designer-${name}`;

type Props = {
  readonly hasElements: boolean;
  readonly open: ShelfName | undefined;
  readonly setOpen: (name: ShelfName | undefined) => void;
};

/** Where there is no room beside the canvas: opens one thing below it, or closes that. */
export const Shelf = ({ hasElements, open, setOpen }: Props) => (
  <div className={classes.shelf}>
    {places
      .filter(([name]) => hasElements || name !== 'elements')
      .map(([name, words, Picture]) => (
        <UnstyledButton
          key={name}
          aria-expanded={name === open}
          aria-controls={shelfId(name)}
          onClick={() => setOpen(name === open ? undefined : name)}
        >
          <Picture size={16} aria-hidden />
          {words}
        </UnstyledButton>
      ))}
  </div>
);
