import type { ThemeColour } from '@latchkey/contract';
import { TextInput } from '@mantine/core';
import { isColourText } from './colour-text.ts';
import { themeWords } from './theme-words.ts';
import classes from './themes.module.css';

type Props = {
  readonly name: ThemeColour;
  /** What was chosen; empty where nothing was. */
  readonly given: string;
  /** What the page shows. */
  readonly shown: string;
  readonly error: string | undefined;
  readonly onChange: (colour: string) => void;
};

/** One colour: picked, or written as six hexadecimal digits; empty for what follows from the others. */
export function ColourField({ name, given, shown, error, onChange }: Props) {
  const label = themeWords.colourNames[name];
  const isSound = given === '' || isColourText(given);
  return (
    <TextInput
      label={label}
      value={given}
      placeholder={shown}
      error={isSound ? error : themeWords.invalidColour}
      autoComplete="off"
      spellCheck={false}
      maxLength={7}
      leftSectionWidth={42}
      leftSection={
        <input
          type="color"
          className={classes.swatch}
          aria-label={themeWords.pick(label)}
          value={shown}
          onChange={({ currentTarget: { value } }) => onChange(value)}
        />
      }
      onChange={({ currentTarget: { value } }) => onChange(value.trim().toLowerCase())}
    />
  );
}
