import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';

/** The colours of CodeMirror's own style, each with those that can be read on a light and on a dark line. */
const legible: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  '#a11': ['#a11', '#ffb4ac'],
  '#164': ['#164', '#7fe0ae'],
  '#219': ['#219', '#b9b4ff'],
  '#e40': ['#b03200', '#ffb28a'],
  '#085': ['#00693f', '#7fe0ae'],
  '#708': ['#708', '#dcb0ff'],
  '#940': ['#8a3d00', '#d9b38c'],
  '#00f': ['#00f', '#9cc2ff'],
  '#00c': ['#00c', '#9cc2ff'],
  '#f00': ['#b80000', '#ffb4ac'],
};

const colours = HighlightStyle.define(
  defaultHighlightStyle.specs.map((spec) => {
    if (typeof spec.color !== 'string') return spec;
    const [light, dark] = legible[spec.color] ?? [spec.color, '#dfe3ec'];
    return { ...spec, color: `light-dark(${light}, ${dark})` };
  }),
);

/** The look of the code editor: the Backoffice's own colours, light and dark. */
export const codeTheme = [
  syntaxHighlighting(colours),
  EditorView.theme({
    '&': {
      fontSize: '0.8125rem',
      color: 'var(--mantine-color-text)',
      backgroundColor: 'var(--mantine-color-body)',
    },
    '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '-1px' },
    '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
    '.cm-content': { caretColor: 'var(--mantine-color-text)' },
    '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
    '.cm-gutters': {
      color: 'var(--lk-soft)',
      backgroundColor: 'var(--lk-ground)',
      borderRight: '1px solid var(--lk-line)',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--lk-hover)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'light-dark(#d9d5fb, #3a3870)',
    },
    '.cm-selectionMatch, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--lk-tint)' },
    '.cm-foldPlaceholder': { color: 'var(--lk-soft)', backgroundColor: 'transparent' },
    '.cm-tooltip, .cm-panels': {
      color: 'var(--mantine-color-text)',
      backgroundColor: 'var(--mantine-color-body)',
      border: '1px solid var(--lk-line)',
    },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'var(--mantine-color-text)',
      backgroundColor: 'var(--lk-tint)',
    },
    '.cm-completionDetail': { color: 'var(--lk-soft)', fontStyle: 'normal' },
    '.cm-changedLine': { backgroundColor: 'light-dark(#eef7f1, #14291f)' },
    '.cm-changedText': { background: 'light-dark(#cdebd8, #1f4a35)' },
    '.cm-deletedChunk, &.cm-merge-a .cm-changedLine': { backgroundColor: 'light-dark(#fdf0ef, #331a18)' },
    '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
      background: 'light-dark(#f8d3cf, #5a2722)',
    },
    '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
    '.cm-collapsedLines': { color: 'var(--lk-soft)', background: 'var(--lk-hover)' },
  }),
];
