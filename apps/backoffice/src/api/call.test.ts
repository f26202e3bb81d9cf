import { describe, expect, test } from 'vitest';
import { urlOf } from './call.ts';

describe('the address of a call', () => {
  test('has its parameters percent-encoded, so that a name never becomes a path', () => {
    expect(urlOf('/stores/{storeName}/users/{userId}', { storeName: 'a/b ?', userId: '..' })).toBe(
      '/stores/a%2Fb%20%3F/users/..',
    );
  });

  test('leaves out filters that are not set', () => {
    expect(urlOf('/users', {}, { name: undefined, email: '', page: 0 })).toBe('/users?page=0');
  });

  test('repeats a filter that has several values', () => {
    expect(urlOf('/users', {}, { sort: ['name,asc', 'id,desc'], q: 'a&b' })).toBe(
      '/users?sort=name%2Casc&sort=id%2Cdesc&q=a%26b',
    );
  });
});
