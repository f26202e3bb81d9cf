import type { FormDocument } from '@latchkey/forms';
import { catalogues, isLanguage, type Language, renderPage } from '@latchkey/journey/renderer';
import css from '@latchkey/journey/style.css?inline';
import { NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { styleNonce } from '../theme/style-nonce.ts';
import { formWords } from './form-words.ts';
import classes from './forms.module.css';

type Props = { readonly document: FormDocument | undefined; readonly name: string };

/** The form as people see it, by the renderer of their own page; without scripts, in a frame of its own. */
export function FormPreview({ document, name }: Props) {
  const [language, setLanguage] = useState<Language>('en');
  const [width, setWidth] = useState('phone');
  const html = useMemo(
    () => (document === undefined ? undefined : pageOf(document, language)),
    [document, language],
  );
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
      {html === undefined ? (
        <Text c="dimmed">{formWords.previewNone}</Text>
      ) : (
        <iframe
          className={classes.frame}
          data-width={width}
          title={formWords.previewOf(name)}
          sandbox=""
          srcDoc={html}
        />
      )}
    </>
  );
}

/** The frame runs no scripts, and the browser complains about one that it may not run. */
const withoutScript = (html: string): string => html.replace(/<script[^>]*><\/script>/, '');

const pageOf = (form: FormDocument, language: Language): string =>
  withoutScript(
    renderPage(
      {
        kind: 'form',
        instanceId: 'preview',
        task: 'preview',
        attempt: 0,
        form,
        values: {},
        substitute: (text) => text,
        readOnly: false,
        hideButtons: false,
        delaySeconds: 0,
      },
      {
        language,
        nonce: styleNonce(),
        organisation: formWords.organisation,
        assets: { scriptUrl: '', css, directory: '' },
        now: Date.now(),
      },
    ),
  );
