import { Button, FileButton, TextInput } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import type { Path } from '../document/form-json.ts';
import classes from './builder.module.css';
import { builderWords } from './builder-words.ts';
import type { Property } from './properties.ts';
import { useProperty } from './use-property.ts';

const { picture: words } = builderWords;
const types = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];
const mostBytes = 100 * 1024;

/** Where a picture comes from: a path of the server, or a file that becomes part of the document. */
export function PictureField({ path, property }: { readonly path: Path; readonly property: Property }) {
  const { value, set, fault, isReadOnly } = useProperty(path);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const source = String(value ?? '');
  const take = async (file: File | null) => {
    if (file === null) return;
    const wrong = !types.includes(file.type)
      ? words.notAPicture
      : file.size > mostBytes
        ? words.tooLarge
        : undefined;
    setRefusal(wrong);
    if (wrong === undefined) set(await inline(file));
  };
  const error = refusal ?? fault;
  return (
    <div className={classes.picture}>
      <TextInput
        label={property.label}
        description={property.help}
        value={source}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
        {...(error !== undefined && { error })}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      />
      {source.startsWith('data:image/') && <img src={source} alt="" className={classes.thumbnail} />}
      {!isReadOnly && (
        <FileButton accept={types.join(',')} onChange={(file) => void take(file)}>
          {(props) => (
            <Button
              {...props}
              variant="light"
              size="xs"
              leftSection={<IconPhoto size={14} />}
              className={classes.start ?? ''}
            >
              {words.choose}
            </Button>
          )}
        </FileButton>
      )}
    </div>
  );
}

async function inline(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return `data:${file.type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
