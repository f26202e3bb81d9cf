import { MergeView as Merge } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { codeTheme } from '../kit/code/code-theme.ts';
import { styleNonce } from '../theme/style-nonce.ts';
import { languageOf } from './code-editor.tsx';
import classes from './pages.module.css';

type Side = { readonly label: string; readonly text: string };
type Props = { readonly path: string; readonly before: Side; readonly after: Side };

/** Two texts side by side, what is the same folded away. */
export function MergeView({ path, before, after }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const view = new Merge({
      parent: place.current,
      a: { doc: before.text, extensions: extensionsFor(path, before.label) },
      b: { doc: after.text, extensions: extensionsFor(path, after.label) },
      collapseUnchanged: {},
    });
    for (const side of [view.a, view.b]) side.scrollDOM.tabIndex = 0;
    return () => view.destroy();
  }, [path, before.text, before.label, after.text, after.label]);
  return <div ref={place} className={classes.merge} />;
}

const extensionsFor = (path: string, label: string) => [
  basicSetup,
  EditorView.cspNonce.of(styleNonce()),
  codeTheme,
  languageOf(path),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label }),
];
