import { type Line, type Point, piecesOf } from './geometry.ts';

type Piece = readonly [Point, Point];

/** So near to each other two pieces are read as one. */
const near = 6;
const costOfRunningAlong = 400;

/** Whether a line runs along another, so that the two are read as one. */
export const runsAlong = (line: Line, other: Line): boolean => clashesOf(line, [other]) >= costOfRunningAlong;

/** What it costs a line to cross others, and much more to run along them. */
export const clashesOf = (line: Line, others: readonly Line[]): number =>
  piecesOf(line).reduce(
    (sum, piece) => sum + others.flatMap(piecesOf).reduce((all, other) => all + clash(piece, other), 0),
    0,
  );

function clash(a: Piece, b: Piece): number {
  const [across, down] = [overlap(a, b, 'x'), overlap(a, b, 'y')];
  if (isFlat(a) === isFlat(b)) {
    const [along, apart] = isFlat(a) ? [across, down] : [down, across];
    return along > 2 * near && apart > -near ? costOfRunningAlong : 0;
  }
  return across >= 0 && down >= 0 ? 60 : 0;
}

const isFlat = ([from, to]: Piece): boolean => from.y === to.y;

/** How far both reach over the same part of an axis; negative is the distance between them. */
const overlap = ([a, b]: Piece, [c, d]: Piece, axis: 'x' | 'y'): number =>
  Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis])) -
  Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
