import { expect, test } from 'vitest';
import { readRates, usualRates } from './rate.ts';

test('what is named is changed, the rest stays as usual', () => {
  expect(readRates('link=3  sign-in=5')).toEqual({
    ...usualRates,
    link: { most: 3, seconds: 60 },
    'sign-in': { most: 5, seconds: 60 },
  });
  expect(readRates('')).toEqual(usualRates);
});

test.each(['link', 'link=', 'link=0', 'link=-1', 'links=3', 'link=3,token=4', 'toString=3'])(
  '%s is no list',
  (text) => expect(readRates(text)).toBeUndefined(),
);
