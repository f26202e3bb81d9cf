/** A map that forgets what was not asked for longest, once it holds more than `capacity`. */
export type RecentlyKnown<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly forget: (key: string) => void;
};

/** Makes an empty one. */
export function recentlyKnown<Value>(capacity: number): RecentlyKnown<Value> {
  const values = new Map<string, Value>();
  return {
    get: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion, so the first is the one to forget.
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set: (key, value) => {
      values.set(key, value);
      if (values.size > capacity) values.delete(values.keys().next().value as string);
    },
    forget: (key) => void values.delete(key),
  };
}
