import { Button, Text, TextInput } from '@mantine/core';
import { formWords } from '../form-words.ts';
import classes from '../forms.module.css';
import type { Samples } from './sample-data.ts';

type Props = {
  readonly samples: Samples;
  readonly isTyped: boolean;
  readonly onType: (path: string, value: string) => void;
  readonly onReset: () => void;
};

/** What the session data of the preview are; nothing where the form shows none. */
export function SampleFields({ samples, isTyped, onType, onReset }: Props) {
  const entries = Object.entries(samples);
  if (entries.length === 0) return null;
  return (
    <details className={classes.samples}>
      <summary>{formWords.samples(entries.length)}</summary>
      <Text size="sm" c="dimmed">
        {formWords.samplesText}
      </Text>
      <div className={classes.sampleFields}>
        {entries.map(([path, value]) => (
          <TextInput
            key={path}
            size="xs"
            label={path}
            aria-label={formWords.sampleOf(path)}
            value={value}
            autoComplete="off"
            onChange={({ currentTarget }) => onType(path, currentTarget.value)}
          />
        ))}
      </div>
      {isTyped && (
        <div>
          <Button size="compact-xs" variant="subtle" onClick={onReset}>
            {formWords.resetSamples}
          </Button>
        </div>
      )}
    </details>
  );
}
