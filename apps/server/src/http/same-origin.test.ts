import { describe, expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

describe('a write is of our page', () => {
  const origin = 'https://app.example';
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin }, true],
    [{ origin, 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    [{}, false],
    [{ origin: 'null' }, false],
    [{ origin: 'https://evil.example' }, false],
    [{ origin, 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
  ])('%j: %s', (headers, expected) => expect(isSameOrigin(headers, origin)).toBe(expected));
});
