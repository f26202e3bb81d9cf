import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Line } from './geometry.ts';
import { isBlocked, type Passage, routeAround } from './route-around.ts';

const card = (x: number, y = 100): Box => ({ x, y, width: 176, height: 72 });
const event = (x: number, y: number): Box => ({ x: x - 18, y: y - 18, width: 36, height: 36 });
const [first, second, third] = [card(100), card(336), card(572)];
const straight = (from: Box, to: Box): Line => [
  { x: from.x, y: from.y + from.height / 2 },
  { x: to.x + to.width, y: to.y + to.height / 2 },
];

const goesRound = (passage: Passage): Line => {
  const line = routeAround(passage) ?? [];
  expect(line.length).toBeGreaterThan(1);
  expect(isBlocked(line, passage)).toBe(false);
  return line;
};

describe('a way round', () => {
  test('back to an earlier step leads past what lies between', () => {
    const passage = { source: third, target: first, others: [second], lines: [] };
    expect(isBlocked(straight(third, first), passage)).toBe(true);
    const line = goesRound(passage);
    expect(line.every(({ y }) => y <= 100) || line.every(({ y }) => y >= 172)).toBe(true);
  });

  test('leaves a boundary event outwards, also back to its own host', () => {
    const below = event(first.x + 140, 172);
    const line = goesRound({ source: below, target: first, host: first, others: [], lines: [] });
    expect(line[0]).toEqual({ x: 240, y: 190 });
    expect(line.at(-1)?.y).toBe(172);

    const above = event(second.x + 88, 100);
    const back = goesRound({ source: above, target: first, host: second, others: [second], lines: [] });
    expect(back.every(({ y }) => y <= 100)).toBe(true);
  });

  test('meets its target beside a boundary event that is in its way, and runs along no other flow', () => {
    const events = [event(first.x + 88, 172)];
    const lane = [
      { x: 660, y: 172 },
      { x: 660, y: 192 },
      { x: 152, y: 192 },
      { x: 152, y: 172 },
    ];
    const line = goesRound({ source: third, target: first, others: [second, ...events], lines: [lane] });
    expect(line[1]?.y).not.toBe(192);
  });

  test('back to the step before does not lie upon the flow that came from there', () => {
    const there = [...straight(second, first)].reverse();
    const passage = { source: second, target: first, others: [], lines: [there], opposite: there };
    expect(isBlocked(straight(second, first), passage)).toBe(true);
    goesRound(passage);
  });

  test('goes through nothing, wherever the others lie', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 500 }) });
    fc.assert(
      fc.property(place, place, fc.array(place, { maxLength: 12 }), (from, to, rest) => {
        const boxes = [from, to, ...rest].map(({ x, y }) => card(x, y));
        const [source, target, ...others] = boxes as [Box, Box, ...Box[]];
        const passage = { source, target, others, lines: [] };
        const line = routeAround(passage);
        if (line) expect(isBlocked(line, passage)).toBe(false);
      }),
    );
  });
});
