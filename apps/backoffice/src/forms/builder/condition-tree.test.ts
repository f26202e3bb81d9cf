import { type Condition, type Held, holds } from '@latchkey/forms';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConditionGroup,
  conditionGroup,
  conditionOf,
  groupOf,
  isRule,
  partOf,
} from './condition-tree.ts';

const rule = (field: string) => ({ field, operator: 'equals', value: 'x' });
const [a, b, c] = [rule('a'), rule('b'), rule('c')];

describe('a condition in the builder', () => {
  test.each([
    ['a rule', a, { together: 'all', parts: [a] }],
    ['all', { all: [a, b] }, { together: 'all', parts: [a, b] }],
    ['any within all', { all: [a, { any: [b, c] }] }, { together: 'all', parts: [a, { any: [b, c] }] }],
    ['the opposite of a rule', { not: a }, { together: 'none', parts: [a] }],
    ['none of several', { not: { any: [a, b] } }, { together: 'none', parts: [a, b] }],
    ['not all of several', { not: { all: [a, b] } }, { together: 'notAll', parts: [a, b] }],
    [
      'session data',
      { any: [{ text: '{{processVar._initial.plan}}', operator: 'isFilled' }, a] },
      { together: 'any', parts: [{ text: '{{processVar._initial.plan}}', operator: 'isFilled' }, a] },
    ],
  ])('%s is read as a group, and written as it was', (_what, condition, group) => {
    expect(conditionGroup(condition)).toEqual(group);
    expect(conditionOf(group as ConditionGroup)).toEqual(condition);
  });

  test('a group that was just begun stays one within another', () => {
    const inner = partOf({ together: 'all', parts: [a] });
    expect(groupOf(inner)).toEqual({ together: 'all', parts: [a] });
    expect(isRule(inner)).toBe(false);
  });

  test.each([['text'], [7], [null], [{}], [{ all: [{}] }], [{ field: 'a', operator: 'odd' }], [{ not: 1 }]])(
    'is none for %j',
    (condition) => expect(conditionGroup(condition)).toBeUndefined(),
  );

  test('means the same after it was read and written, however deep', () => {
    const fields = ['a', 'b', 'c'];
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...fields).map(rule) as fc.Arbitrary<Condition>,
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        tie('condition').map((not) => ({ not })),
      ),
    }));
    const answers = fc.record({
      a: fc.constantFrom('x', ''),
      b: fc.constantFrom('x', ''),
      c: fc.constantFrom('x', ''),
    });
    fc.assert(
      fc.property(condition, answers, (given, held: Record<string, Held>) => {
        const group = conditionGroup(given);
        const written = conditionOf(group as ConditionGroup) as unknown as Condition;
        expect(holds(written, (id) => held[id])).toBe(holds(given, (id) => held[id]));
      }),
    );
  });
});
