import { useCallback, useMemo, useState } from 'react';
import type { Fault } from './fault.ts';

type Place = Pick<Fault, 'element' | 'property'>;

/** What is only not given yet: told at its field once somebody has left that, or asks for it. */
const unfinished: ReadonlySet<string> = new Set([
  'missing-parameter',
  'form-not-chosen',
  'condition-missing',
]);

/** Whether a fault is no more than something that is not given yet. */
export const isUnfinished = ({ rule }: Pick<Fault, 'rule'>): boolean => unfinished.has(rule);

/** The faults that may be told where they are; `tell` adds those of fields that somebody has left or asks for. */
export function useToldFaults(faults: readonly Fault[]) {
  const [places, setPlaces] = useState<ReadonlySet<string>>(() => new Set());
  const told = useMemo(
    () => faults.filter((fault) => !isUnfinished(fault) || places.has(keyOf(fault))),
    [faults, places],
  );
  const tell = useCallback((asked: readonly Place[]): void => {
    const keys = asked.map(keyOf);
    setPlaces((old) => (keys.every((key) => old.has(key)) ? old : new Set([...old, ...keys])));
  }, []);
  return { told, tell };
}

const keyOf = ({ element, property = '' }: Place): string => `${element}\n${property}`;
