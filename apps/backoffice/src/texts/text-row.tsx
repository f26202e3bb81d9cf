import type { PageText } from '@latchkey/contract';
import { textFault } from '@latchkey/journey/renderer';
import { Button, Code, Text, Textarea } from '@mantine/core';
import { textWords } from './text-words.ts';
import classes from './texts.module.css';

type Props = {
  readonly text: PageText;
  readonly language: string;
  /** Empty for the platform's own. */
  readonly value: string;
  /** What the server said of it. */
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
};

/** One text: its key, its English source, and what stands in its place. */
export function TextRow({
  text: { key, source, text },
  language,
  value,
  error,
  isReadOnly,
  onChange,
}: Props) {
  const fault = value === '' ? undefined : (textFault(key, value) ?? error);
  return (
    <div className={classes.row}>
      <div>
        <Code>{key}</Code>
        {language !== 'en' && (
          <Text size="sm" c="dimmed" mt={4} lang="en">
            {source}
          </Text>
        )}
      </div>
      <div className={classes.own}>
        <Textarea
          aria-label={textWords.field(key)}
          autosize
          minRows={1}
          lang={language}
          dir="auto"
          placeholder={text}
          value={value}
          error={fault}
          readOnly={isReadOnly}
          onChange={({ currentTarget }) => onChange(currentTarget.value.replaceAll('\n', ' '))}
        />
        {value !== '' && !isReadOnly && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={textWords.resetOf(key)}
            onClick={() => onChange('')}
          >
            {textWords.reset}
          </Button>
        )}
      </div>
    </div>
  );
}
