import { describe, expect, test } from 'vitest';
import { containing, defineListSearch, pageQueryOf, usualSize } from './list-search.ts';
import { defineSearch, flagField, numberField, textField, wordField } from './search-fields.ts';
import { merged } from './use-search.ts';

describe('search parameters', () => {
  const { parse } = defineSearch({
    q: textField,
    status: wordField(['ACTIVE', 'LOCKED']),
    page: numberField(1),
    all: flagField,
  });

  test('are read with their types', () => {
    expect(parse({ q: ' ada ', status: 'ACTIVE', page: '3', all: 'true' })).toEqual({
      q: 'ada',
      status: 'ACTIVE',
      page: 3,
      all: true,
    });
  });

  test('that do not fit are dropped, so that no address breaks a screen', () => {
    const bad = { q: { a: 1 }, status: 'x', page: -1, all: 'maybe', other: 1 };
    expect(parse(bad)).toEqual({});
    expect(parse({ page: '1e400' })).toEqual({});
  });

  test('keep a number that somebody looks for as the text that it is', () => {
    expect(parse({ q: 42 })).toEqual({ q: '42' });
  });
});

describe('a list', () => {
  const { parse } = defineListSearch({ q: textField }, ['name']);

  test('is ordered only by fields that the API can order by', () => {
    expect(parse({ sort: 'name,desc' })).toEqual({ sort: 'name,desc' });
    expect(parse({ sort: 'password,asc' })).toEqual({});
    expect(parse({ sort: 'name' })).toEqual({});
  });

  test('counts pages from 1 where people see them, from 0 in the API', () => {
    expect(pageQueryOf({ page: 3, sort: 'name,asc' })).toEqual({
      page: 2,
      size: usualSize,
      sort: ['name,asc'],
    });
    expect(pageQueryOf({})).toEqual({ page: 0, size: usualSize });
  });

  test('never asks for more rows than the API gives', () => {
    expect(pageQueryOf({ size: 100_000 }).size).toBe(200);
  });

  test('goes back to its first page when a filter changes, not when the page does', () => {
    expect(merged({ page: 4, q: 'a' }, { q: 'b' })).toEqual({ q: 'b' });
    expect(merged({ page: 4, q: 'a' }, { page: 5 })).toEqual({ page: 5, q: 'a' });
    expect(merged({ page: 4, q: 'a' }, { q: undefined })).toEqual({});
  });

  test('looks for a text anywhere', () => {
    expect(containing('ada')).toBe('%ada%');
    expect(containing(undefined)).toBeUndefined();
  });
});
