import { TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useViews } from '../views/use-views.ts';
import { viewWords } from '../views/words.ts';
import { common } from '../words/common.ts';
import classes from './command-palette.module.css';
import { matching, type PaletteItem } from './palette-items.ts';
import { useCommands } from './use-commands.ts';
import { useNavigation } from './use-navigation.ts';
import { shellWords } from './words.ts';

/** The field and what fits what is typed: screens, saved views, commands. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const items = matching(useItems(), text);
  const chosen = items[Math.min(place, items.length - 1)];
  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setPlace((place + 1) % Math.max(items.length, 1)),
    ArrowUp: () => setPlace((place - 1 + items.length) % Math.max(items.length, 1)),
    Enter: () => run(chosen),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]?.();
  };
  return (
    <>
      <TextInput
        data-autofocus
        classNames={{ input: classes.input ?? '' }}
        size="md"
        variant="unstyled"
        aria-label={common.commandPalette}
        placeholder={common.palettePlaceholder}
        leftSection={<IconSearch size={18} aria-hidden />}
        role="combobox"
        aria-expanded
        aria-controls="palette-items"
        aria-activedescendant={chosen && `palette-${chosen.id}`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-items" role="listbox" aria-label={common.commandPalette} className={classes.items}>
        {items.map((item) => (
          <UnstyledButton
            key={item.id}
            id={`palette-${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === chosen}
            className={classes.item}
            onClick={() => run(item)}
          >
            <span>{item.label}</span>
            <IconArrowRight size={14} aria-hidden />
          </UnstyledButton>
        ))}
      </div>
      {items.length === 0 && <p className={classes.none}>{common.paletteEmpty}</p>}
    </>
  );
}

function useItems(): readonly PaletteItem[] {
  const navigate = useNavigate();
  const { views } = useViews();
  const screens = useNavigation().flatMap(({ entries }) => entries);
  return [
    ...screens.map(({ label, to, keywords = '' }) => ({
      id: `go-${label.toLowerCase().replaceAll(' ', '-')}`,
      label: shellWords.goTo(label),
      keywords,
      run: () => void navigate({ to }),
    })),
    ...views.map(({ id, name, path, search }) => ({
      id: `view-${id}`,
      label: viewWords.goTo(screens.find(({ to }) => to === path)?.label ?? path, name),
      keywords: viewWords.keywords,
      run: () => void navigate({ to: path, search: search as never }),
    })),
    ...useCommands().map((command) => ({ ...command, keywords: '' })),
  ];
}
