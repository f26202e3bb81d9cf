import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { common } from '../../words/common.ts';

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

const pauseMs = 250;

/** A text filter that searches when one pauses typing. */
export function SearchBox({ label, value = '', onChange }: Props) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  if (told.current !== value) {
    // The address changed by other hands: back, a link, "clear filters".
    told.current = value;
    if (text !== value) setText(value);
  }
  useEffect(() => {
    if (text.trim() === told.current) return;
    const timer = setTimeout(() => {
      told.current = text.trim();
      onChange(text.trim() || undefined);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton size="sm" aria-label={common.clearFilters} onClick={() => setText('')} />
        )
      }
      flex="1 1 14rem"
      maw="26rem"
    />
  );
}
