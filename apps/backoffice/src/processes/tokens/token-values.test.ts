import { describe, expect, test } from 'vitest';
import { meaningOf, newTokenOf, tokenChangeOf, tokenValues } from './token-values.ts';

const token = {
  name: 'door',
  description: 'at the door',
  processDefnName: 'guide',
  type: 'MULTI_USE_TIME_LIMITED',
  notAfterDtm: '2026-12-24T18:00:00.000Z',
  parameters: { firstName: 'Ada', floor: 3, tags: ['a'], code: '007', plain: 'x' },
} as const;

describe('a token in its form', () => {
  test('comes out as it went in', () => {
    const change = tokenChangeOf(tokenValues({ ...token, parameters: { ...token.parameters, tags: ['a'] } }));
    expect(change).toMatchObject({
      name: 'door',
      type: 'MULTI_USE_TIME_LIMITED',
      notBeforeDtm: null,
      notAfterDtm: '2026-12-24T18:00:00.000Z',
      parameters: token.parameters,
    });
  });

  test('sends only the fields of the chosen limit', () => {
    const values = { ...tokenValues({ name: 'n', processDefnName: 'd' }), maxCount: 5 as const };
    expect(newTokenOf({ ...values, notAfterDtm: '2026-12-24T18:00' })).toEqual({
      name: 'n',
      processDefnName: 'd',
      status: 'ACTIVE',
      type: 'UNLIMITED',
      parameters: {},
    });
    expect(newTokenOf({ ...values, type: 'MULTI_USE_COUNT_LIMITED' })).toMatchObject({ maxCount: 5 });
  });
});

test.each([
  ['text', 'text'],
  ['3', 3],
  ['007', '007'],
  ['{"a":1}', { a: 1 }],
  ['{broken', '{broken'],
  ['"3"', '3'],
  ['true', true],
])('%s means %j', (text, value) => expect(meaningOf(text)).toEqual(value));

describe('what a token starts', () => {
  const values = (more: object) => ({
    ...tokenValues({ name: 'n', processDefnName: 'guide', processDefnVersion: 2, processDefnTag: 'live' }),
    ...more,
  });

  test.each([
    ['newest', { processDefnName: 'guide' }],
    ['version', { processDefnName: 'guide', processDefnVersion: 2 }],
    ['tag', { processDefnTag: 'live' }],
  ] as const)('is told by the fields of %s alone', (follows, target) => {
    const { processDefnName, processDefnVersion, processDefnTag } = newTokenOf(values({ follows }));
    expect({ processDefnName, processDefnVersion, processDefnTag }).toEqual(target);
  });
});
