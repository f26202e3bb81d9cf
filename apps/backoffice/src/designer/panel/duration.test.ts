import { parseDuration } from '@latchkey/bpmn';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDuration, units, writeDuration } from './duration.ts';

test('what is written is read back, and the engine reads it too', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.constantFrom(...units), (amount, unit) => {
      const text = writeDuration(amount, unit);
      expect(readDuration(text)).toEqual({ amount, unit });
      expect(parseDuration(text)).toBeTypeOf('number');
    }),
  );
});

test.each(['P1DT2H', 'PT', '', '10 minutes', 'P1M', '$' + '{x}'])('%s is left to the text field', (text) => {
  expect(readDuration(text)).toBeUndefined();
});
