/**
 * A condition that a column with the collation "C" is like a pattern. Row-level security lets an index serve only
 * conditions that leak nothing, which LIKE is not and comparisons are: so what the pattern begins with is compared too.
 */
export function beginsLike(column: string, pattern: string): string {
  const beginning = `regexp_replace(split_part(${pattern}, '%', 1), '\\\\(.)', '\\1', 'g')`;
  return `(${column} >= ${beginning} and ${column} < ${beginning} || chr(1114111) and ${column} like ${pattern})`;
}
