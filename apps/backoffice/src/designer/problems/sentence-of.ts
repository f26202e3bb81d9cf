import type { Drawing, DrawnElement } from '../drawing.ts';
import { nameOf } from '../panel/outgoing-section.tsx';
import type { Fault } from './fault.ts';

/** What a problem says, with the name of its element where it stands out. */
export type Sentence = { readonly before: string; readonly name: string; readonly after: string };

/** Names the element once: within the text where the text does, else before it, unless its text says what it is. */
export function sentenceOf(
  { element: id, problem }: Pick<Fault, 'element' | 'problem'>,
  drawing: Drawing,
): Sentence {
  const element = drawing.elements[id];
  const name = nameOf(drawing, id);
  const quoted = `"${element?.name || id}"`;
  const at = problem.indexOf(quoted);
  if (at >= 0) return { before: problem.slice(0, at), name, after: problem.slice(at + quoted.length) };
  if (isToldByText(element)) return { before: '', name: '', after: problem };
  return { before: '', name, after: ` ${problem}` };
}

/** Flows have no names as a rule, and of processes there is one. */
const isToldByText = (element: DrawnElement | undefined): boolean =>
  element === undefined || element.kind === 'process' || (element.kind === 'flow' && element.name === '');
