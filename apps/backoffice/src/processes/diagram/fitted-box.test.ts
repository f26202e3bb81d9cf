import { expect, test } from 'vitest';
import { fittedBox } from './fitted-box.ts';

const frame = { width: 400, height: 200 };

test('a small diagram is in the middle, as large as it is drawn', () => {
  expect(fittedBox([{ x: 1000, y: 500, width: 100, height: 80 }], frame)).toEqual({
    x: 850,
    y: 440,
    width: 400,
    height: 200,
  });
});

test('a large one is seen whole, its connections too', () => {
  const box = fittedBox(
    [
      { x: 600, y: 100, width: 10, height: 10 },
      {
        waypoints: [
          { x: 1600, y: 100 },
          { x: 1600, y: 110 },
        ],
      },
    ],
    frame,
  );
  expect(box?.x).toBeLessThan(600);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(1600);
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2);
});

test('of nothing there is none', () => expect(fittedBox([{}], frame)).toBeUndefined());
