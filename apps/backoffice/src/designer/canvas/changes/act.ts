import type { Change } from '../../change.ts';
import type { Making } from '../make-shape.ts';
import type { Shape } from '../services.ts';

/** Carries out one kind of change; answers the element that came of it, to be selected. */
export type Act<Kind extends Change['kind']> = (
  making: Making,
  change: Extract<Change, { readonly kind: Kind }>,
) => Shape | undefined;

/** The element of that id. Throws when it is gone. */
export function elementOf({ ask }: Making, id: string): Shape {
  const found = ask('elementRegistry').get(id);
  if (!found) throw new Error(`There is no element "${id}" any more.`);
  return found;
}
