import type { Drawing, DrawnElement } from '../drawing.ts';

/** One step of the outline: an element, where it leads, and what leaves it at its edge. */
export type OutlineItem = {
  readonly element: DrawnElement;
  /** How deep it lies in sub-processes; boundary events lie one deeper than their host. */
  readonly depth: number;
  readonly leadsTo: readonly { readonly flow: DrawnElement; readonly target: DrawnElement }[];
};

/**
 * The diagram as people read it: from the start along the flows, each element once, boundary events after their host,
 * what lies in a sub-process after it; last, what nothing leads to.
 */
export function outlineOf({ elements, processId }: Drawing): readonly OutlineItem[] {
  const all = Object.values(elements);
  const items: OutlineItem[] = [];
  const seen = new Set<string>();
  const at = (a: DrawnElement, b: DrawnElement) => a.x - b.x || a.y - b.y;
  const visit = (element: DrawnElement | undefined, depth: number): void => {
    if (!element || seen.has(element.id)) return;
    seen.add(element.id);
    const leadsTo = targetsOf(element, elements);
    items.push({ element, depth, leadsTo });
    const events = all.filter(({ attachedTo }) => attachedTo === element.id).sort(at);
    for (const event of events) {
      seen.add(event.id);
      items.push({ element: event, depth: depth + 1, leadsTo: targetsOf(event, elements) });
    }
    if (element.kind === 'sub-process') level(element.id, depth + 1);
    for (const { target } of leadsTo) visit(target, depth);
    for (const event of events) for (const { target } of targetsOf(event, elements)) visit(target, depth);
  };
  const level = (parent: string, depth: number): void => {
    const here = all.filter((one) => one.parent === parent && !isLine(one)).sort(at);
    for (const start of here.filter(({ kind }) => kind === 'start')) visit(start, depth);
    for (const rest of here) visit(rest, depth);
  };
  level(processId, 0);
  return items;
}

const isLine = ({ kind }: DrawnElement): boolean =>
  kind === 'flow' || kind === 'process' || kind === 'boundary';

const targetsOf = ({ outgoing }: DrawnElement, elements: Drawing['elements']): OutlineItem['leadsTo'] =>
  outgoing.flatMap((id) => {
    const flow = elements[id];
    const target = elements[flow?.target ?? ''];
    return flow && target ? [{ flow, target }] : [];
  });
