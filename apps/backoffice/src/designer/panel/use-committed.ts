import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/**
 * What is being typed, and how it reaches the diagram: after a pause, or when the field is left; one step of undo each.
 * Undo, and whoever else changes the diagram, change the field.
 */
export function useCommitted<Value>(committed: Value, commit: (value: Value) => void) {
  const [typed, setTyped] = useState(committed);
  const latest = useRef({ committed, commit, typed });
  latest.current = { committed, commit, typed };
  const send = (): void => {
    const { typed: value, committed: old, commit: act } = latest.current;
    if (value !== old) act(value);
  };
  const later = useDebouncedCallback(send, 500);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the diagram says changes what is typed.
  useEffect(() => {
    later.cancel();
    setTyped(committed);
    latest.current.typed = committed;
  }, [committed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is sent once, when the field goes.
  useEffect(() => send, []);
  const set = (value: Value): void => {
    latest.current.typed = value;
    setTyped(value);
    later();
  };
  const flush = (): void => {
    later.cancel();
    send();
  };
  return { value: typed, set, flush };
}
