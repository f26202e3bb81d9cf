import { css } from '@codemirror/lang-css';
import { html } from '@codemirror/lang-html';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { codeTheme } from '../kit/code/code-theme.ts';
import { styleNonce } from '../theme/style-nonce.ts';
import { pageWords } from './page-words.ts';
import classes from './pages.module.css';

type Props = {
  readonly path: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly isReadOnly: boolean;
};

const languages: Readonly<Record<string, () => Extension>> = { html, css, js: javascript, json, map: json };

/** The language of a file by its ending; none for what is only text. */
export const languageOf = (path: string): Extension =>
  languages[path.split('.').at(-1)?.toLowerCase() ?? '']?.() ?? [];

/** One file as text with colours. What is typed stays here; `text` is where it begins. */
export function CodeEditor({ path, text, onChange, isReadOnly }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const begin = useRef(text);
  const told = useRef(onChange);
  told.current = onChange;
  useEffect(() => {
    if (place.current === null) return undefined;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: begin.current,
        extensions: [
          basicSetup,
          EditorView.cspNonce.of(styleNonce()),
          codeTheme,
          languageOf(path),
          EditorState.readOnly.of(isReadOnly),
          EditorView.contentAttributes.of({ 'aria-label': pageWords.code(path) }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) told.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    // The keyboard scrolls it as well.
    view.scrollDOM.tabIndex = 0;
    return () => view.destroy();
  }, [path, isReadOnly]);
  return <div ref={place} className={classes.code} />;
}
