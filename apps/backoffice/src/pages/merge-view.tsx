import { MergeView as Merge } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { codeTheme } from '../kit/code/code-theme.ts';
import { styleNonce } from '../theme/style-nonce.ts';
import { languageOf } from './code-editor.tsx';
import classes from './pages.module.css';

type Props = { readonly path: string; readonly before: string; readonly after: string };

/** Two texts side by side, what is the same folded away. */
export function MergeView({ path, before, after }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const extensions = [
      basicSetup,
      EditorView.cspNonce.of(styleNonce()),
      codeTheme,
      languageOf(path),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
    ];
    const view = new Merge({
      parent: place.current,
      a: { doc: before, extensions },
      b: { doc: after, extensions },
      collapseUnchanged: {},
    });
    for (const side of [view.a, view.b]) side.scrollDOM.tabIndex = 0;
    return () => view.destroy();
  }, [path, before, after]);
  return <div ref={place} className={classes.merge} />;
}
