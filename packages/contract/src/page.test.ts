import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from './page.ts';

describe('a page', () => {
  test('of an empty list is the first, the last and empty', () => {
    expect(pageOf([], 0, {})).toMatchObject({
      first: true,
      last: true,
      empty: true,
      totalPages: 0,
      size: 10,
    });
  });

  test('is the last exactly when it reaches the end', () => {
    const anyPage = { total: fc.nat(500), size: fc.integer({ min: 1, max: 50 }), page: fc.nat(60) };
    fc.assert(
      fc.property(fc.record(anyPage), ({ total, size, page }) => {
        const { last, pageable, totalPages } = pageOf([], total, { page, size });
        expect(last).toBe(pageable.offset + size >= total);
        expect(totalPages * size - total).toBeLessThan(size);
      }),
    );
  });
});
