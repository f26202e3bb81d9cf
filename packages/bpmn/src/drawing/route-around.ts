import { type Box, goesThrough, grown, type Line, lengthOf } from './geometry.ts';
import { clashesOf, runsAlong } from './line-clashes.ts';

/** Where a flow has to pass. */
export type Passage = {
  readonly source: Box;
  readonly target: Box;
  /** What the source is attached to, if it is: the flow leaves it outwards. */
  readonly host?: Box;
  /** Everything else that is drawn there, boundary events too. */
  readonly others: readonly Box[];
  readonly lines: readonly Line[];
  /** The flow the other way, if there is one: upon each other the two would be one line with two heads. */
  readonly opposite?: Line | undefined;
};

/** Distances of a lane from what it passes. */
const gaps = [20, 32, 44];
/** That of a line which turns into the side of a box. */
const gap = 24;
/** A line keeps at least this distance. */
const margin = 6;
const costOfBend = 30;
/** Lanes that would lead further than so many others are not tried. */
const mostLanes = 60;

/** Whether a flow goes through something on its way, be it its own source, target or host, or lies upon its opposite. */
export const isBlocked = (line: Line, { source, target, host, others, opposite }: Passage): boolean =>
  (opposite !== undefined && runsAlong(line, opposite)) ||
  [source, target, ...(host ? [host] : []), ...others].some((box) => goesThrough(line, grown(box, -1)));

/** The cheapest way that goes through nothing, of those with at most three corners; `undefined` where there is none. */
export function routeAround(passage: Passage): Line | undefined {
  const ways = [...waysOf(passage), ...waysOf(turned(passage)).map(turnedLine)]
    .map((line) => ({ line, cost: lengthOf(line) + costOfBend * line.length }))
    .sort((a, b) => a.cost - b.cost);
  let best: (typeof ways)[number] | undefined;
  for (const { line, cost } of ways) {
    if (best && cost >= best.cost) break;
    if (!isFree(line, passage)) continue;
    const whole = cost + clashesOf(line, passage.lines);
    if (!best || whole < best.cost) best = { line, cost: whole };
  }
  return best?.line;
}

function isFree(line: Line, passage: Passage): boolean {
  const { host, target, others } = passage;
  const apart = host && host !== target ? [...others, host] : others;
  return !isBlocked(line, passage) && !apart.some((box) => goesThrough(line, grown(box, margin)));
}

/** Ways along a horizontal lane: out of the source up or down, along the lane, into the target or beside it and in. */
function waysOf({ source, target, host, others }: Passage): readonly Line[] {
  const edges = [source, target, ...(host ? [host] : []), ...others].flatMap(({ y, height }) =>
    gaps.flatMap((apart) => [y - apart, y + height + apart]),
  );
  const detour = (lane: number) => Math.abs(lane - middleOf(source)) + Math.abs(lane - middleOf(target));
  const lanes = [...new Set(edges)].sort((a, b) => detour(a) - detour(b)).slice(0, mostLanes);
  return lanes.flatMap((lane) => {
    const from = edgeTowards(source, lane);
    if (from === undefined || !isOutwards(from, host)) return [];
    return docksOf(source).flatMap((x) =>
      endsOf(target, lane).map((end) => [{ x, y: from }, { x, y: lane }, ...end]),
    );
  });
}

/** From a lane into a box: through its edge that faces the lane, or through a side. */
function endsOf(box: Box, lane: number): readonly Line[] {
  const edge = edgeTowards(box, lane);
  const middle = middleOf(box);
  const sides = [
    [box.x, -gap],
    [box.x + box.width, gap],
  ] as const;
  return [
    ...docksOf(box).flatMap((x) => (edge === undefined ? [] : [line([x, lane], [x, edge])])),
    ...sides.map(([x, away]) => line([x + away, lane], [x + away, middle], [x, middle])),
  ];
}

const line = (...points: readonly (readonly [number, number])[]): Line => points.map(([x, y]) => ({ x, y }));

const middleOf = ({ y, height }: Box): number => y + height / 2;

/** The upper or lower edge of a box, whichever the lane is beyond. */
function edgeTowards({ y, height }: Box, lane: number): number | undefined {
  if (lane < y) return y;
  return lane > y + height ? y + height : undefined;
}

const isOutwards = (edge: number, host: Box | undefined): boolean =>
  host === undefined || edge < host.y || edge > host.y + host.height;

/** Where a line may meet a box: events and gateways in their middle, tasks also beside it. */
const docksOf = ({ x, width }: Box): readonly number[] =>
  (width <= 60 ? [0.5] : [0.5, 0.2, 0.8, 0.35, 0.65]).map((part) => Math.round(x + width * part));

/** The same with across and down exchanged. */
const turnedBox = ({ x, y, width, height }: Box): Box => ({ x: y, y: x, width: height, height: width });
const turnedLine = (line: Line): Line => line.map(({ x, y }) => ({ x: y, y: x }));

function turned({ source, target, host, others, lines }: Passage): Passage {
  const isOwnHost = host !== undefined && host === target;
  const [turnedTarget, turnedHost] = [turnedBox(target), host && turnedBox(host)];
  return {
    source: turnedBox(source),
    target: turnedTarget,
    ...(turnedHost && { host: isOwnHost ? turnedTarget : turnedHost }),
    others: others.map(turnedBox),
    lines: lines.map(turnedLine),
  };
}
