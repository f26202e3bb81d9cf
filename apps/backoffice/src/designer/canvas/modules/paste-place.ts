import type { Ask, Point } from '../services.ts';

/** Where something may lie that nobody points a place out for: in the middle of what is seen, below all that is there. */
export function pastePlace(ask: Ask, height: number): Point {
  const { x, y, width, height: seen } = ask('canvas').viewbox();
  const bottoms = ask('elementRegistry')
    .getAll()
    .map((one) => one.y + one.height)
    .filter(Number.isFinite);
  const middle = { x: Math.round(x + width / 2), y: Math.round(y + seen / 2) };
  return bottoms.length === 0 ? middle : { ...middle, y: Math.max(...bottoms) + 60 + height / 2 };
}
