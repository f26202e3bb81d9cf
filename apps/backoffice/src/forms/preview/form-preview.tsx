import type { FormDocument } from '@latchkey/forms';
import { catalogues, isLanguage, type Language } from '@latchkey/journey/renderer';
import { Alert, Code, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { formWords } from '../form-words.ts';
import classes from '../forms.module.css';
import { showLive, type Trial } from './live-form.ts';
import { previewPage } from './preview-page.ts';
import { SampleFields } from './sample-fields.tsx';
import { useSamples } from './use-samples.ts';

type Props = { readonly document: FormDocument | undefined; readonly name: string };

/** The form as people see it, drawn by the renderer of their own page, in a frame that runs no scripts of its own. */
export function FormPreview({ document, name }: Props) {
  const [language, setLanguage] = useState<Language>('en');
  const [width, setWidth] = useState('phone');
  const [trial, setTrial] = useState<Trial | undefined>(undefined);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isLoaded, setLoaded] = useState(false);
  // While a document has a fault, people see what it was before.
  const sound = useRef(document);
  sound.current = document ?? sound.current;
  const form = useDeferredValue(sound.current);
  const samples = useSamples(form, name);
  const { substitute } = samples;
  const drawn = useRef(substitute);
  const html = useMemo(
    () => (form === undefined ? undefined : previewPage(form, language, substitute)),
    [form, language, substitute],
  );
  useEffect(() => {
    if (frame.current === null || form === undefined || html === undefined || !isLoaded) return;
    setTrial(undefined);
    const keepsTyped = drawn.current === substitute;
    drawn.current = substitute;
    showLive({ frame: frame.current, html, form, language, substitute, keepsTyped, onTrial: setTrial });
  }, [form, html, language, substitute, isLoaded]);
  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          aria-label={formWords.language}
          data={Object.keys(catalogues)}
          value={language}
          onChange={({ currentTarget: { value } }) => isLanguage(value) && setLanguage(value)}
        />
        <SegmentedControl
          aria-label={formWords.width}
          data={[
            { value: 'phone', label: formWords.phone },
            { value: 'desktop', label: formWords.desktop },
          ]}
          value={width}
          onChange={setWidth}
        />
      </div>
      <SampleFields {...samples} />
      {document === undefined && <Text c="dimmed">{formWords.previewNone}</Text>}
      {form !== undefined && (
        <iframe
          ref={frame}
          className={classes.frame}
          data-width={width}
          title={formWords.previewOf(name)}
          sandbox="allow-same-origin"
          srcDoc=""
          onLoad={() => setLoaded(true)}
        />
      )}
      <div role="status">{trial && <TrialResult trial={trial} />}</div>
    </>
  );
}

function TrialResult({ trial }: { readonly trial: Trial }) {
  if (trial.kind === 'refused') return <Alert color="yellow" title={formWords.refused(trial.count)} />;
  return (
    <Alert color="green" title={formWords.taken}>
      <Code block>{JSON.stringify(trial.values, null, 2)}</Code>
      {trial.transient.length > 0 && (
        <Text size="sm" mt="xs">
          {formWords.notKept(trial.transient.join(', '))}
        </Text>
      )}
    </Alert>
  );
}
