import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { common } from '../words/common.ts';
import classes from './secret-text.module.css';

type Props = {
  readonly text: string;
  /** What it is, for the button: "client secret". */
  readonly what: string;
};

/** A secret or link that is shown once, whole, with a plain button to copy it. */
export function SecretText({ text, what }: Props) {
  const { copied, copy } = useClipboard({ timeout: 2000 });
  return (
    <div className={classes.secret}>
      <code>{text}</code>
      <Button
        size="xs"
        variant="default"
        aria-label={common.copyOf(what)}
        leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={() => copy(text)}
      >
        {copied ? common.copied : common.copy}
      </Button>
    </div>
  );
}
