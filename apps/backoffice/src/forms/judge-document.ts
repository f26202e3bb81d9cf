import { type FormDocument, parseForm } from '@latchkey/forms';
import { Problem } from '@latchkey/kernel';
import { lineOf } from './line-of.ts';

/** A fault of a document: what, at which pointer, in which line (from 1). */
export type DocumentFault = { readonly pointer: string; readonly detail: string; readonly line: number };

/** A document that can be shown, or why not. */
export type DocumentJudgement = {
  readonly document: FormDocument | undefined;
  readonly faults: readonly DocumentFault[];
};

/** Reads a document by the same rules as the server. */
export function judgeDocument(text: string): DocumentJudgement {
  try {
    return { document: parseForm(text), faults: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const faults = (error.errors ?? []).map(({ pointer, detail }) => ({
      pointer,
      detail: pointer === '' ? syntaxDetail(text, detail) : detail,
      line: pointer === '' ? syntaxLine(text) : lineOf(text, pointer),
    }));
    return { document: undefined, faults };
  }
}

/** What the browser's own reader says of a text that is no JSON. */
function syntaxDetail(text: string, detail: string): string {
  const message = syntaxError(text);
  return message === undefined ? detail : `${detail} ${message}`;
}

function syntaxLine(text: string): number {
  const message = syntaxError(text) ?? '';
  const position = Number(/position (\d+)/.exec(message)?.[1]);
  return Number.isNaN(position) ? 1 : text.slice(0, position).split('\n').length;
}

function syntaxError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
