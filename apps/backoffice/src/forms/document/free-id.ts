/** An id like the wished one that nothing has yet: `text`, `text2`, `text3`. */
export function freeId(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished;
  const stem = wished.replace(/\d+$/, '') || wished;
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}
