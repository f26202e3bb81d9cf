import { Alert, Anchor, List, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { asSentence } from '../kit/form/field-errors.ts';
import { formWords } from './form-words.ts';
import classes from './forms.module.css';
import type { DocumentFault } from './judge-document.ts';

type Props = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly faults: readonly DocumentFault[];
  readonly isReadOnly?: boolean;
};

/** The document as text, with its faults; each leads to its line. */
export function JsonEditor({ text, onChange, faults, isReadOnly = false }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const goTo = (line: number) => {
    const box = area.current;
    if (box === null) return;
    const lines = text.split('\n');
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    box.focus();
    box.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    box.scrollTop = (box.scrollHeight / lines.length) * Math.max(0, line - 4);
  };
  return (
    <>
      <Textarea
        ref={area}
        label={formWords.json}
        value={text}
        readOnly={isReadOnly}
        onChange={({ currentTarget: { value } }) => onChange(value)}
        rows={24}
        spellCheck={false}
        wrap="off"
        classNames={{ input: classes.json ?? '' }}
        error={faults.length > 0}
      />
      {faults.length === 0 ? (
        <Text size="sm" className={classes.valid}>
          <IconCircleCheck size={16} aria-hidden /> {formWords.valid}
        </Text>
      ) : (
        <Alert
          color="red"
          role="status"
          icon={<IconAlertTriangle aria-hidden />}
          title={formWords.faults(faults.length)}
        >
          <List size="md">
            {faults.map(({ pointer, detail, line }) => (
              <List.Item key={`${pointer} ${detail}`}>
                <Anchor component="button" type="button" onClick={() => goTo(line)}>
                  {formWords.line(line)}
                </Anchor>{' '}
                {asSentence(detail)} {pointer !== '' && <code>{pointer}</code>}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
