import { type Making, makeShape } from '../make-shape.ts';
import type { Point, Shape } from '../services.ts';
import { makeRoom } from './make-room.ts';

/** What no flow leaves. */
const ends: ReadonlySet<string> = new Set(['end', 'end-error', 'end-terminate']);

export const mayStandOnFlow = (entry: string): boolean => entry !== 'start' && !ends.has(entry);

/**
 * The flow onto which something goes that is added after an element: the chosen flow itself, or the only one that
 * leaves an element which does not decide between several. A second one would make two things happen at once.
 */
export function flowToStandOn(after: Shape, entry: string): Shape | undefined {
  if (!mayStandOnFlow(entry)) return undefined;
  if (after.waypoints) return after.source && after.target ? after : undefined;
  const flows = after.outgoing?.filter(({ type }) => type === 'bpmn:SequenceFlow') ?? [];
  const decides = after.businessObject.$instanceOf('bpmn:Gateway');
  return !decides && flows.length === 1 ? flows[0] : undefined;
}

/** Puts something onto a flow. The flow leads there and keeps its condition; a new one leads on. */
export function insert(making: Making, flow: Shape, entry: string): Shape {
  const { ask } = making;
  const [before, after] = [flow.source as Shape, flow.target as Shape];
  const shape = makeShape(entry, making);
  const made = ask('modeling').createShape(shape, placeOn(flow, shape), flow.parent as Shape);
  ask('modeling').reconnectEnd(flow, made, middleOf(made));
  makeRoom(ask, made, before, after);
  ask('modeling').connect(made, after, { type: 'bpmn:SequenceFlow' });
  return made;
}

/** Right after what comes before, in its row; after a boundary event in the row that it leads to. */
function placeOn({ source, target }: Shape, { width, height }: Shape): Point {
  const [before, after] = [source as Shape, target as Shape];
  const leadsBack = after.x < before.x + before.width;
  if (leadsBack)
    return {
      x: (middleOf(before).x + middleOf(after).x) / 2,
      y: Math.max(before.y + before.height, after.y + after.height) + 60 + height / 2,
    };
  const row = before.host ? after : before;
  return { x: before.x + before.width + 50 + width / 2, y: middleOf(row).y };
}

const middleOf = ({ x, y, width, height }: Shape): Point => ({ x: x + width / 2, y: y + height / 2 });
