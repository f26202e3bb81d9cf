import { describe, expect, test } from 'vitest';
import { fieldErrors } from './field-errors.ts';

describe('the faults of a form', () => {
  test('stand beside the field that their pointer names, as sentences', () => {
    const errors = fieldErrors([{ pointer: '/email', detail: 'must be an e-mail address' }]);
    expect(errors.at('email')).toBe('Must be an e-mail address.');
    expect(errors.at('em')).toBeUndefined();
  });

  test('within a list belong to the list and name their place', () => {
    const errors = fieldErrors([{ pointer: '/restrictedOrigins/1', detail: 'Not an origin.' }]);
    expect(errors.at('restrictedOrigins')).toBe('No. 2: Not an origin.');
  });

  test('of one field are all told', () => {
    const errors = fieldErrors([
      { pointer: '/algorithms', detail: 'One.' },
      { pointer: '/algorithms/0', detail: 'Two.' },
    ]);
    expect(errors.at('algorithms')).toBe('One. No. 1: Two.');
  });

  test('are found by names that a pointer escapes (RFC 6901)', () => {
    expect(fieldErrors([{ pointer: '/a~1b~0c', detail: 'Wrong.' }]).at('a/b~c')).toBe('Wrong.');
  });
});
