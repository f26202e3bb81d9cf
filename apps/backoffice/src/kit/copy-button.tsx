import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { common } from '../words/common.ts';

type Props = { readonly text: string; readonly label: string; readonly size?: number };

/** Copies a text and says so. */
export function CopyButton({ text, label, size = 24 }: Props) {
  const { copied, copy } = useClipboard({ timeout: 1500 });
  return (
    <Tooltip label={copied ? common.copied : label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="dimmed"
        size={size}
        aria-label={copied ? common.copied : label}
        onClick={() => copy(text)}
      >
        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
