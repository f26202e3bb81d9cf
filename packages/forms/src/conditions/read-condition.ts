import type { FormComponent } from '../document.ts';
import type { Condition } from './condition.ts';
import { parseExpression } from './parse-expression.ts';

/** The condition of a checked component, whichever way it is written; `undefined` where it is always in sight. */
export function conditionOf({ visibleWhen }: FormComponent): Condition | undefined {
  if (visibleWhen === undefined || visibleWhen === '') return undefined;
  return typeof visibleWhen === 'string' ? parseExpression(visibleWhen) : (visibleWhen as Condition);
}

/** The same with `{{processVar.…}}` in its texts and values resolved. */
export function resolved(condition: Condition, substitute: (text: string) => string): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => resolved(one, substitute)) };
  if ('any' in condition) return { any: condition.any.map((one) => resolved(one, substitute)) };
  if ('not' in condition) return { not: resolved(condition.not, substitute) };
  const { value } = condition;
  return {
    ...condition,
    ...('text' in condition && { text: substitute(condition.text) }),
    ...(typeof value === 'string' && { value: substitute(value) }),
  };
}
