import { useSearch as useAnySearch, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchSchema } from './search-fields.ts';

/**
 * The search parameters of this screen and their change. A change of a filter goes back to the first page; undefined
 * clears a parameter. `const [search, change] = useSearch(usersSearch)`.
 */
export function useSearch<Search extends object>(
  schema: SearchSchema<Search>,
): readonly [Search, (change: { readonly [name in keyof Search]?: Search[name] | undefined }) => void] {
  const search = schema.parse(useAnySearch({ strict: false }));
  const navigate = useNavigate();
  const change = useCallback(
    (changes: object) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: ((old: object) => merged(old, changes)) as never,
      }),
    [navigate],
  );
  return [search, change];
}

/** Pure: the parameters after a change. */
export function merged(old: object, changes: object): Readonly<Record<string, unknown>> {
  const isOfPage = 'page' in changes;
  const next = { ...old, ...(isOfPage ? {} : { page: undefined }), ...changes };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
}
