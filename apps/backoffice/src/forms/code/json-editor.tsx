import { Alert, Anchor, List, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Suspense, useCallback, useRef } from 'react';
import { asSentence } from '../../kit/form/field-errors.ts';
import { lazyPart } from '../../kit/lazy-part.tsx';
import { formWords } from '../form-words.ts';
import classes from '../forms.module.css';
import type { DocumentFault } from '../judge-document.ts';

const CodeEditor = lazyPart(() => import('./code-editor.tsx').then((module) => module.CodeEditor));

type Props = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly faults: readonly DocumentFault[];
  readonly isReadOnly: boolean;
};

/** The document as text, with its faults; each leads to its line. */
export function JsonEditor({ text, onChange, faults, isReadOnly }: Props) {
  const goTo = useRef<((line: number) => void) | undefined>(undefined);
  const onReady = useCallback((go: (line: number) => void) => {
    goTo.current = go;
  }, []);
  return (
    <>
      <Suspense fallback={<Skeleton height={320} />}>
        <CodeEditor
          label={formWords.json}
          text={text}
          onChange={onChange}
          faults={faults}
          isReadOnly={isReadOnly}
          onReady={onReady}
        />
      </Suspense>
      {faults.length === 0 ? (
        <Text size="sm" className={classes.valid ?? ''}>
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
                <Anchor component="button" type="button" onClick={() => goTo.current?.(line)}>
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
