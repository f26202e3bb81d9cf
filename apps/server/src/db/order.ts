import type { Statement } from './sql.ts';

/**
 * A list's statement for each order that it can have: fields are allow-listed names with their expressions, so that
 * neither text nor name is made from input. The order ends with `last`, which makes it total.
 */
export function byOrder(
  name: string,
  fields: Readonly<Record<string, string>>,
  { fallback, last }: { readonly fallback: string; readonly last: string },
  text: (order: string) => string,
): (sort: readonly string[] | undefined) => Statement {
  const statements = new Map<string, Statement>();
  for (const [field, expression] of Object.entries(fields)) {
    for (const direction of ['asc', 'desc']) {
      const order = `${expression} ${direction}, ${last} ${direction}`;
      statements.set(`${field},${direction}`, { name: `${name}.${field}.${direction}`, text: text(order) });
    }
  }
  return (sort) => {
    const asked = sort?.[0] ?? fallback;
    const statement = statements.get(asked.includes(',') ? asked : `${asked},asc`);
    return statement ?? (statements.get(fallback) as Statement);
  };
}
