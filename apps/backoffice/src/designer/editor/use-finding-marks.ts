import { useEffect } from 'react';
import type { Canvas, Mark } from '../canvas/canvas.ts';
import { type Fault, isError } from '../problems/fault.ts';

type Found = {
  readonly faults: readonly Fault[];
  /** Those that may be told at once; the others of a chosen element wait until it is left. */
  readonly told: readonly Fault[];
  readonly selected: readonly string[];
};

/** Shows on the canvas where something was found; an element with an error shows no warning. */
export function useFindingMarks(canvas: Canvas | undefined, { faults, told, selected }: Found): void {
  const marked = faults.filter((fault) => told.includes(fault) || !selected.includes(fault.element));
  const faulty = new Set(marked.filter(isError).map(({ element }) => element));
  const warned = marked.map(({ element }) => element).filter((element) => !faulty.has(element));
  useMark(canvas, 'problem', [...faulty], faults);
  useMark(canvas, 'warning', warned, faults);
}

/** Marks anew when other elements are meant, and when the diagram was checked again: it may draw an element anew. */
function useMark(
  canvas: Canvas | undefined,
  mark: Mark,
  elements: readonly string[],
  faults: readonly Fault[],
): void {
  const ids = elements.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a check that finds the same still marks.
  useEffect(() => canvas?.mark(mark, ids === '' ? [] : ids.split('\n')), [canvas, mark, ids, faults]);
}
