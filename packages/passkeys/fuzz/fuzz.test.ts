import { describe, expect, test } from 'vitest';
import { fuzzCase } from './fuzz-case.ts';
import { runFuzzCase } from './run-fuzz-case.ts';

describe('the fuzzer', () => {
  test('finds nothing that is neither verified nor a problem in its first thousand cases', () => {
    const results = Array.from({ length: 1000 }, (_, index) => runFuzzCase(index + 1));
    const crashes = results.flatMap(({ finding }) =>
      finding && !/^takes /.test(finding.what) ? [finding] : [],
    );
    expect(crashes).toEqual([]);
    expect(new Set(results.map(({ end }) => end)).size).toBeGreaterThan(10);
  }, 30_000);

  test('makes the same kind of case from the same number', () => {
    expect([1, 2, 3].map((number) => fuzzCase(number).name)).toEqual(
      [1, 2, 3].map((number) => fuzzCase(number).name),
    );
  });
});
