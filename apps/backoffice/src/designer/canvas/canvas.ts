import type { Change } from '../change.ts';
import type { Scene } from './scene.ts';

/** Marks of elements by kind; each call replaces the marks of its kind. */
export type Mark =
  | 'problem'
  | 'warning'
  | 'added'
  | 'removed'
  | 'changed'
  | 'moved'
  | 'token'
  | 'visited'
  | 'found';

/** What changes only what is seen, not the diagram. */
export type View =
  | { readonly kind: 'select'; readonly elements: readonly string[]; readonly scroll?: boolean }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'fit' | 'actual' }
  | { readonly kind: 'tool'; readonly tool: 'handTool' | 'lassoTool' | 'spaceTool' | 'globalConnectTool' }
  | { readonly kind: 'find' }
  | { readonly kind: 'minimap' }
  | { readonly kind: 'resized' }
  | { readonly kind: 'focus' }
  /** Begins to drag a new element of the palette onto the canvas. */
  | { readonly kind: 'drag'; readonly entry: string; readonly event: Event };

/** A diagram that can be drawn: all of bpmn-js that the rest of the Backoffice knows. */
export type Canvas = {
  /** Shows a diagram; the answer tells how many tasks of other tools it converted. Throws when it is no BPMN. */
  readonly open: (xml: string) => Promise<{ readonly converted: number }>;
  readonly save: () => Promise<string>;
  /** The present scene, and whoever wants to hear of the next; for `useSyncExternalStore`. */
  readonly scene: () => Scene;
  readonly watch: (watcher: () => void) => () => void;
  /** Changes the diagram by one step of undo; answers the id of the element that came of it, which is then chosen. */
  readonly change: (change: Change) => string | undefined;
  readonly view: (view: View) => void;
  readonly mark: (mark: Mark, elements: readonly string[]) => void;
  readonly close: () => void;
};
