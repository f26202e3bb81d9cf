import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftOf, dropDraft, keepDraft } from './draft.ts';

describe('a draft of a form', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const saved = { name: 'Ada' };
  const values = { name: 'Ada L' };

  test('is there again at the same address over the same saved values', () => {
    keepDraft('/users/1', { saved, values });
    expect(draftOf('/users/1', { name: 'Ada' })).toEqual(values);
    expect(draftOf('/users/2', saved)).toBeUndefined();
  });

  test('is not put over what somebody else has saved meanwhile', () => {
    keepDraft('/users/1', { saved, values });
    expect(draftOf('/users/1', { name: 'Grace' })).toBeUndefined();
  });

  test('is gone once dropped, and never breaks a form', () => {
    keepDraft('/users/1', { saved, values });
    dropDraft('/users/1');
    expect(draftOf('/users/1', saved)).toBeUndefined();
    sessionStorage.setItem('latchkey.draft./users/1', '{');
    expect(draftOf('/users/1', saved)).toBeUndefined();
  });
});
