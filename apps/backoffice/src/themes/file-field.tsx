import { Button, FileButton, Group, Input } from '@mantine/core';
import { useId, useState } from 'react';
import type { FileValue } from './theme-values.ts';
import { themeWords } from './theme-words.ts';
import classes from './themes.module.css';

type Props = {
  readonly label: string;
  readonly help: string;
  readonly accept: string;
  readonly mostBytes: number;
  readonly file: FileValue | undefined;
  readonly error: string | undefined;
  readonly isFont?: boolean;
  readonly isOnDark?: boolean;
  readonly onChange: (file: FileValue | undefined) => void;
};

/** A file of a theme: chosen, shown, replaced or removed. The server judges what it is. */
export function FileField({
  label,
  help,
  accept,
  mostBytes,
  file,
  error,
  isFont,
  isOnDark,
  onChange,
}: Props) {
  const id = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const choose = async (chosen: File | null) => {
    if (chosen === null) return;
    setTooLarge(chosen.size > mostBytes);
    if (chosen.size > mostBytes) return;
    const url = await dataOf(chosen);
    onChange({ url, isNew: true, ...(isFont ? { width: 0, height: 0 } : await sizeOf(url)) });
  };
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      description={help}
      error={isTooLarge ? themeWords.tooLarge(mostBytes / 1024) : error}
    >
      <Group gap="xs" my={6} role="group" aria-labelledby={id}>
        {file && !isFont && (
          <span className={classes.logo} data-dark={isOnDark || undefined}>
            <img src={file.url} alt="" />
          </span>
        )}
        {file && isFont && <span>{themeWords.fontChosen}</span>}
        <FileButton accept={accept} onChange={(chosen) => void choose(chosen)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" aria-label={`${label}: ${chooseWord(file)}`}>
              {chooseWord(file)}
            </Button>
          )}
        </FileButton>
        {file && (
          <Button
            size="xs"
            variant="subtle"
            aria-label={themeWords.removeOf(label)}
            onClick={() => onChange(undefined)}
          >
            {themeWords.remove}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}

const chooseWord = (file: FileValue | undefined) =>
  file === undefined ? themeWords.choose : themeWords.replace;

const dataOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** The size of a picture; nothing of what is none. */
async function sizeOf(url: string): Promise<{ readonly width: number; readonly height: number }> {
  const picture = new Image();
  picture.src = url;
  await picture.decode().catch(() => undefined);
  return { width: picture.naturalWidth, height: picture.naturalHeight };
}
