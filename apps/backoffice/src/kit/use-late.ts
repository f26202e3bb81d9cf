import { useEffect, useState } from 'react';

/** Becomes true once `isWaiting` has lasted 400 ms, so that quick answers never flash a skeleton. */
export function useLate(isWaiting: boolean, afterMs = 400): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [isWaiting, afterMs]);
  return isLate;
}
