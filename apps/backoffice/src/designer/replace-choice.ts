import type { DrawnElement, ElementKind } from './drawing.ts';
import type { Entry } from './entry.ts';

const families: Readonly<Partial<Record<ElementKind, RegExp>>> = {
  end: /^end/,
  task: /^activity:/,
  exclusive: /^(exclusive|parallel|inclusive)$/,
  parallel: /^(exclusive|parallel|inclusive)$/,
  inclusive: /^(exclusive|parallel|inclusive)$/,
};

/** What an element can be changed into: tasks into tasks, gateways into gateways, ends into ends. */
export const replaceChoices = (
  { kind, activity }: DrawnElement,
  entries: readonly Entry[],
): readonly Entry[] =>
  entries.filter(
    ({ id }) =>
      families[kind]?.test(id) && id !== kind && id !== `activity:${activity?.type}@${activity?.version}`,
  );
