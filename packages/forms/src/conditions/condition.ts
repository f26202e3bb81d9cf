/** How a rule compares what a field holds. */
export type Operator = keyof typeof operators;

/** One comparison: a field, or a text with substitution, against a value. */
export type Rule = { readonly operator: Operator; readonly value?: string | number | boolean } & (
  | { readonly field: string }
  | { readonly text: string }
);

/** When a component is in sight, as plain JSON: a rule, or several of them together. */
export type Condition =
  | Rule
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What a field holds in its one form; `null`, `''` and `false` are nothing. */
export type Held = string | number | boolean | null | undefined;

type Compare = (held: string, wanted: string) => boolean;

const order = (holds: (difference: number) => boolean): Compare => {
  const differs = (held: string, wanted: string) => {
    const [one, other] = [Number(held), Number(wanted)];
    if (wanted !== '' && !Number.isNaN(one) && !Number.isNaN(other)) return one - other;
    return held < wanted ? -1 : Number(held > wanted);
  };
  return (held, wanted) => held !== '' && holds(differs(held, wanted));
};

const equals: Compare = (held, wanted) =>
  held === wanted || (held !== '' && wanted !== '' && Number(held) === Number(wanted));

/** Every way to compare. Numbers by their value, everything else as text, so ISO days stand in their order. */
export const operators = {
  equals,
  notEquals: (held, wanted) => !equals(held, wanted),
  isFilled: (held) => held !== '',
  isEmpty: (held) => held === '',
  contains: (held, wanted) => wanted !== '' && held.includes(wanted),
  greaterThan: order((difference) => difference > 0),
  atLeast: order((difference) => difference >= 0),
  lessThan: order((difference) => difference < 0),
  atMost: order((difference) => difference <= 0),
} as const satisfies Readonly<Record<string, Compare>>;

/** Whether a condition holds. The same function on the server and on the page. */
export function holds(condition: Condition, heldBy: (field: string) => Held): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, heldBy));
  if ('any' in condition) return condition.any.some((one) => holds(one, heldBy));
  if ('not' in condition) return !holds(condition.not, heldBy);
  const held = 'field' in condition ? heldBy(condition.field) : condition.text;
  return operators[condition.operator](written(held), written(condition.value));
}

/** Nothing given and no tick are both empty, so `agree == false` and `isEmpty` mean the same. */
const written = (value: Held): string =>
  value === null || value === undefined || value === false ? '' : String(value);

/** The fields that a condition reads. */
export function fieldsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsIn);
  if ('any' in condition) return condition.any.flatMap(fieldsIn);
  if ('not' in condition) return fieldsIn(condition.not);
  return 'field' in condition ? [condition.field] : [];
}
