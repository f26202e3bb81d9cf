import type { Ask, Shape } from '../services.ts';

/** What stays free between two elements that follow each other. */
const gap = 50;

/** Gives an element that was put between two others its place: it, and what comes after, move to the right. */
export function makeRoom(ask: Ask, made: Shape, before: Shape, after: Shape): void {
  const begin = before.x + before.width;
  if (after.x < begin) return;
  const short = begin + gap - made.x;
  if (short > 0) ask('modeling').moveShape(made, { x: short, y: 0 });
  const tight = made.x + made.width + gap - after.x;
  if (tight > 0) widen(ask, made, after.x - 1, tight);
}

/** Moves everything right of a place, but the element itself; what surrounds the place grows. */
function widen(ask: Ask, made: Shape, start: number, delta: number): void {
  const root = ask('canvas').getRootElement();
  const elements = ask('elementRegistry')
    .getAll()
    .filter((one) => one !== root && one !== made);
  const { movingShapes, resizingShapes } = ask('spaceTool').calculateAdjustments(elements, 'x', delta, start);
  ask('modeling').createSpace(movingShapes, resizingShapes, { x: delta, y: 0 }, 'e', start);
}
