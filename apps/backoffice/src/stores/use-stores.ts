import { listStores } from '@latchkey/contract';
import { useRead } from '../api/use-read.ts';

/** The identity stores, and the one that is chosen: by its name, else the first. */
export function useStores(chosen: string | undefined) {
  const answer = useRead(listStores, { query: { size: 200, sort: ['name,asc'] } });
  const stores = answer.data?.content ?? [];
  return { answer, stores, store: stores.find(({ name }) => name === chosen) ?? stores[0] };
}
