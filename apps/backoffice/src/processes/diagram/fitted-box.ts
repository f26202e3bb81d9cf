type Size = { readonly width: number; readonly height: number };
type Box = Size & { readonly x: number; readonly y: number };

/** What is drawn: a shape, or a connection by its points. */
export type Drawn = Partial<Box> & {
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
};

/** A little air, so that nothing touches the frame. */
const air = 1.06;

/**
 * The part of a diagram to look at so that all of it is seen, in the middle of a frame and never larger than drawn;
 * `undefined` of an empty one. The corner of the sheet is no part of it, however far away the drawing begins.
 */
export function fittedBox(drawn: readonly Drawn[], frame: Size): Box | undefined {
  const points = drawn.flatMap(({ x, y, width = 0, height = 0, waypoints = [] }) => [
    ...waypoints,
    ...(x !== undefined && y !== undefined
      ? [
          { x, y },
          { x: x + width, y: y + height },
        ]
      : []),
  ]);
  if (points.length === 0) return undefined;
  const [left, right] = ends(points.map(({ x }) => x));
  const [top, bottom] = ends(points.map(({ y }) => y));
  const units = Math.max(1, ((right - left) * air) / frame.width, ((bottom - top) * air) / frame.height);
  const [width, height] = [frame.width * units, frame.height * units];
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

const ends = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];
