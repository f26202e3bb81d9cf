import { EditorView } from '@codemirror/view';

/** The editor's own colours are made for white paper, so it is white in the dark as well. */
export const codeTheme = EditorView.theme({
  '&': { height: '100%', fontSize: '0.8125rem', color: '#1f2328', backgroundColor: '#fff' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  // A line with a colour of its own would take the contrast of some words below 4.5.
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-content': { caretColor: '#1f2328' },
});
