/** Attempts that the session data keeps under one key; older ones go, so that no loop fills the database. */
export const mostAttempts = 50;

type Attempts<Item> = Readonly<Record<string, Item>>;

/** The attempts with one more, numbered after the last from "1". */
export function addAttempt<Item>(attempts: Attempts<Item>, item: Item): Attempts<Item> {
  const numbers = numbersOf(attempts);
  const kept = numbers
    .slice(-(mostAttempts - 1))
    .map((number) => [number, attempts[number] as Item] as const);
  return Object.fromEntries([...kept, [(numbers.at(-1) ?? 0) + 1, item] as const]);
}

/** The attempts with another in the place of the last. */
export const replaceLastAttempt = <Item>(attempts: Attempts<Item>, item: Item): Attempts<Item> => ({
  ...attempts,
  [numbersOf(attempts).at(-1) ?? 1]: item,
});

const numbersOf = (attempts: Attempts<unknown>): readonly number[] =>
  Object.keys(attempts)
    .map(Number)
    .sort((a, b) => a - b);
