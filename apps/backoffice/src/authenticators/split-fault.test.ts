import { expect, test } from 'vitest';
import { splitFault } from './split-fault.ts';

test.each([
  [
    'trust-source.file-missing: The file is not there.',
    'trust-source.file-missing',
    'The file is not there.',
  ],
  ['It answered 404.', undefined, 'It answered 404.'],
  ['It leads to http://192.0.2.1/x: not HTTPS.', undefined, 'It leads to http://192.0.2.1/x: not HTTPS.'],
])('%s', (fault, code, sentence) => {
  expect(splitFault(fault)).toEqual({ ...(code && { code }), sentence });
});
