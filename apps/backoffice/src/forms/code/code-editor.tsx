import { json, jsonLanguage } from '@codemirror/lang-json';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { codeTheme } from '../../kit/code/code-theme.ts';
import { styleNonce } from '../../theme/style-nonce.ts';
import type { DocumentFault } from '../judge-document.ts';
import classes from './code.module.css';
import { completeForm } from './complete-form.ts';

type Props = {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly faults: readonly DocumentFault[];
  readonly isReadOnly: boolean;
  /** Is told how to go to a line. */
  readonly onReady: (goTo: (line: number) => void) => void;
};

/** A form document as text, with its faults at their lines and completion of its members. */
export function CodeEditor({ label, text, onChange, faults, isReadOnly, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef({ onChange, onReady });
  latest.current = { onChange, onReady };
  const first = useRef({ text, label, isReadOnly });

  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current.text,
        extensions: extensionsFor(first.current, (next) => latest.current.onChange(next)),
      }),
    });
    view.current = editor;
    latest.current.onReady((line) => goTo(editor, line));
    return () => editor.destroy();
  }, []);
  useEffect(() => {
    if (view.current) put(view.current, text);
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    // The text of the faults is that of the editor only once the last change has come round.
    if (editor && editor.state.sliceDoc() === text)
      editor.dispatch(setDiagnostics(editor.state, marks(editor, faults)));
  }, [faults, text]);
  useEffect(() => {
    view.current?.dispatch({ effects: writing.reconfigure(EditorState.readOnly.of(isReadOnly)) });
  }, [isReadOnly]);
  return <div ref={place} className={classes.editor} />;
}

const writing = new Compartment();

const extensionsFor = (
  { label, isReadOnly }: { readonly label: string; readonly isReadOnly: boolean },
  onChange: (text: string) => void,
) => [
  EditorView.cspNonce.of(styleNonce()),
  basicSetup,
  codeTheme,
  json(),
  jsonLanguage.data.of({ autocomplete: completeForm }),
  lintGutter(),
  EditorState.tabSize.of(2),
  writing.of(EditorState.readOnly.of(isReadOnly)),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onChange(update.state.sliceDoc());
  }),
];

/** Changes only what differs, so that the cursor and the view stay where they are. */
function put(editor: EditorView, text: string): void {
  const now = editor.state.sliceDoc();
  if (now === text) return;
  let from = 0;
  while (from < now.length && now[from] === text[from]) from++;
  let [to, end] = [now.length, text.length];
  while (to > from && end > from && now[to - 1] === text[end - 1]) {
    to--;
    end--;
  }
  editor.dispatch({ changes: { from, to, insert: text.slice(from, end) } });
}

function marks(editor: EditorView, faults: readonly DocumentFault[]) {
  const { doc } = editor.state;
  return faults.map(({ line, detail }) => {
    const { from, to, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
    const indent = text.length - text.trimStart().length;
    return { from: from + indent, to, severity: 'error' as const, message: detail };
  });
}

function goTo(editor: EditorView, line: number): void {
  const { from, to } = editor.state.doc.line(Math.min(Math.max(1, line), editor.state.doc.lines));
  editor.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  editor.focus();
}
