import { useCallback, useMemo, useReducer } from 'react';
import { type DocumentJudgement, judgeDocument } from '../judge-document.ts';
import { type DraftDocument, readDraft } from './draft-document.ts';
import type { Edit } from './edit-document.ts';
import { written } from './form-json.ts';
import { begin, type History, redo, undo, write } from './history.ts';
import { type Loss, lossesOf } from './losses.ts';

/** One document, which the visual builder and the text editor both write. */
export type FormDraft = {
  readonly text: string;
  /** For the builder; `undefined` while the text cannot be shown there. */
  readonly document: DraftDocument | undefined;
  readonly judgement: DocumentJudgement;
  /** What an edit in the builder would not keep. */
  readonly losses: readonly Loss[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly writeText: (text: string) => void;
  /** Changes the document in the builder; edits about the same thing in quick succession are one step of undo. */
  readonly edit: (change: Edit, about?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};

type Action =
  | { readonly kind: 'write'; readonly text: string; readonly about: string; readonly at: number }
  | { readonly kind: 'edit'; readonly change: Edit; readonly about: string; readonly at: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Holds a document while it is edited. */
export function useFormDraft(initial: string): FormDraft {
  const [history, send] = useReducer(reduce, initial, begin);
  const { text } = history;
  const read = useMemo(() => {
    const document = readDraft(text);
    return { document, judgement: judgeDocument(text), losses: document === undefined ? [] : lossesOf(text) };
  }, [text]);
  const edit = useCallback(
    (change: Edit, about = '') => send({ kind: 'edit', change, about, at: about === '' ? 0 : Date.now() }),
    [],
  );
  return {
    text,
    ...read,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    writeText: useCallback(
      (next: string) => send({ kind: 'write', text: next, about: 'json', at: Date.now() }),
      [],
    ),
    edit,
    undo: useCallback(() => send({ kind: 'undo' }), []),
    redo: useCallback(() => send({ kind: 'redo' }), []),
  };
}

function reduce(history: History, action: Action): History {
  if (action.kind === 'undo') return undo(history);
  if (action.kind === 'redo') return redo(history);
  if (action.kind === 'write') return write(history, action.text, action.about, action.at);
  const document = readDraft(history.text);
  if (document === undefined) return history;
  const next = action.change(document);
  if (next === document) return history;
  return write(history, written(next), action.about || `edit ${history.past.length}`, action.at);
}
