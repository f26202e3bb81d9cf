import type { Drawing, DrawnElement } from '../drawing.ts';

/** Every element that may have been passed before this one is reached, nearest first; a flow's source counts. */
export function upstreamOf({ elements }: Drawing, id: string): readonly DrawnElement[] {
  const seen = new Set<string>([id]);
  const queue = before(elements, id);
  const found: DrawnElement[] = [];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const element = elements[next];
    if (seen.has(next) || !element) continue;
    seen.add(next);
    found.push(element);
    queue.push(...before(elements, next));
  }
  return found;
}

/** What comes straight before: sources of flows, the host of a boundary event, what leads into a sub-process. */
function before(elements: Drawing['elements'], id: string): string[] {
  const element = elements[id];
  if (!element) return [];
  if (element.kind === 'flow') return [element.source ?? ''];
  const sources = element.incoming.map((flow) => elements[flow]?.source ?? '');
  const host = element.attachedTo === undefined ? [] : [element.attachedTo];
  const parent = element.kind === 'start' && element.parent ? before(elements, element.parent) : [];
  const inside = element.kind === 'sub-process' ? endsIn(elements, id) : [];
  return [...sources, ...host, ...parent, ...inside].filter(Boolean);
}

const endsIn = (elements: Drawing['elements'], id: string): readonly string[] =>
  Object.values(elements)
    .filter(({ parent, outgoing, kind }) => parent === id && kind !== 'flow' && outgoing.length === 0)
    .map((element) => element.id);
