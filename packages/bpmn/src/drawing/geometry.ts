export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };
export type Line = readonly Point[];

/** A line of horizontal and vertical pieces, one after the other. */
export const piecesOf = (line: Line): readonly (readonly [Point, Point])[] =>
  line.slice(1).map((point, at) => [line[at] as Point, point]);

/** A box that is larger by so much on each side; smaller by a negative amount. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** Whether a line goes through a box, rather than along its edge. */
export const goesThrough = (line: Line, { x, y, width, height }: Box): boolean =>
  piecesOf(line).some(
    ([a, b]) =>
      Math.max(a.x, b.x) > x &&
      Math.min(a.x, b.x) < x + width &&
      Math.max(a.y, b.y) > y &&
      Math.min(a.y, b.y) < y + height,
  );

export const lengthOf = (line: Line): number =>
  piecesOf(line).reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0);
