import { Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { pageWords, sizeOf } from './page-words.ts';
import classes from './pages.module.css';

type Props = { readonly file: File | null; readonly onChoose: (file: File) => void };

/** Takes an archive by dropping or choosing it. */
export function UploadBox({ file, onChoose }: Props) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onChoose(dropped);
  };
  return (
    <>
      <label
        className={classes.drop}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileZip size={28} aria-hidden />
        <span>{file === null ? pageWords.dropHere : pageWords.chosen(file.name, sizeOf(file.size))}</span>
        <input
          type="file"
          aria-label={pageWords.upload}
          accept=".zip,.tar.gz,.tgz,application/zip,application/gzip"
          onChange={({ currentTarget: { files } }) => files?.[0] && onChoose(files[0])}
        />
      </label>
      <Text size="sm" c="dimmed">
        {pageWords.uploadText}
      </Text>
    </>
  );
}

/** A file in base64, as the API takes it. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
