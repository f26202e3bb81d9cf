import { ActionIcon, Button, FileButton, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconUpload } from '@tabler/icons-react';
import { toast } from '../kit/toasts.ts';
import { written } from './document/form-json.ts';
import type { FormDraft } from './document/use-form-draft.ts';
import { formWords } from './form-words.ts';
import { saveJson } from './save-json.ts';

type Props = { readonly draft: FormDraft; readonly name: string; readonly isReadOnly: boolean };

/** The server takes no larger document. */
const mostBytes = 256 * 1024;

/** Undo and redo, import and export. */
export function EditorTools({ draft, name, isReadOnly }: Props) {
  const take = async (file: File | null) => {
    if (file === null) return;
    if (file.size > mostBytes) return toast(formWords.importTooLarge);
    draft.writeText(await file.text());
    return toast(formWords.imported(file.name));
  };
  return (
    <Group gap={4}>
      {!isReadOnly && (
        <>
          <Tooltip label={formWords.undo}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={formWords.undo}
              disabled={!draft.canUndo}
              onClick={draft.undo}
            >
              <IconArrowBackUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={formWords.redo}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={formWords.redo}
              disabled={!draft.canRedo}
              onClick={draft.redo}
            >
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Button
            size="xs"
            variant="subtle"
            disabled={draft.document === undefined}
            onClick={() => draft.document && draft.writeText(written(draft.document))}
          >
            {formWords.format}
          </Button>
          <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
            {(props) => (
              <Button {...props} size="xs" variant="subtle" leftSection={<IconUpload size={14} />}>
                {formWords.import}
              </Button>
            )}
          </FileButton>
        </>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconDownload size={14} />}
        onClick={() => saveJson(`${name || formWords.create}.json`, draft.text)}
      >
        {formWords.export}
      </Button>
    </Group>
  );
}
