import { catalogues, isLanguage, type Language, type Scheme, schemesOf } from '@latchkey/journey/renderer';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { fillFrame } from '../trusted-types/inert-document.ts';
import { isPreviewState, type PreviewState, previewOf, previewStates } from './preview-page.ts';
import type { ThemeValues } from './theme-values.ts';
import { themeWords } from './theme-words.ts';
import classes from './themes.module.css';

type Props = {
  readonly values: ThemeValues;
  readonly scheme: Scheme;
  readonly onScheme: (scheme: Scheme) => void;
};

/** The page in the theme, by the renderer of the page itself; without scripts, in a frame of its own. */
export function ThemePreview({ values, scheme, onScheme }: Props) {
  const [state, setState] = useState<PreviewState>('form');
  const [language, setLanguage] = useState<Language>('en');
  const [width, setWidth] = useState('phone');
  const shown = useDeferredValue(values);
  const html = useMemo(() => previewOf(shown, { state, language, scheme }), [shown, state, language, scheme]);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current) fillFrame(frame.current, html);
  }, [html]);
  const schemes = schemesOf(values.design);
  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          aria-label={themeWords.state}
          data={previewStates.map((value) => ({ value, label: themeWords.states[value] }))}
          value={state}
          onChange={({ currentTarget: { value } }) => isPreviewState(value) && setState(value)}
        />
        <NativeSelect
          aria-label={themeWords.language}
          data={Object.keys(catalogues)}
          value={language}
          onChange={({ currentTarget: { value } }) => isLanguage(value) && setLanguage(value)}
        />
        <SegmentedControl
          aria-label={themeWords.width}
          data={[
            { value: 'phone', label: themeWords.phone },
            { value: 'desktop', label: themeWords.desktop },
          ]}
          value={width}
          onChange={setWidth}
        />
        {schemes.length > 1 && (
          <SegmentedControl
            aria-label={`${themeWords.preview}: ${themeWords.scheme}`}
            data={schemes.map((value) => ({ value, label: themeWords[value] }))}
            value={scheme}
            onChange={(value) => onScheme(value === 'dark' ? 'dark' : 'light')}
          />
        )}
      </div>
      <iframe
        ref={frame}
        className={classes.frame}
        data-width={width}
        title={themeWords.previewOf(values.name)}
        sandbox=""
      />
    </>
  );
}
