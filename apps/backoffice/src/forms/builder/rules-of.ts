import { operators } from '@latchkey/forms';
import { isObject, type JsonObject } from '../document/form-json.ts';

/** Rules that the builder can show as a list: all or any of them together. */
export type FlatRules = { readonly together: 'all' | 'any'; readonly rules: readonly JsonObject[] };

/** A condition as such a list; `undefined` for one that is nested otherwise. */
export function rulesOf(condition: unknown): FlatRules | undefined {
  if (!isObject(condition)) return undefined;
  for (const together of ['all', 'any'] as const) {
    const { [together]: rules } = condition;
    if (Array.isArray(rules)) return rules.every(isRule) ? { together, rules } : undefined;
  }
  return isRule(condition) ? { together: 'all', rules: [condition] } : undefined;
}

/** The list as the document has it: a single rule stands alone. */
export const conditionOfRules = ({ together, rules }: FlatRules): unknown =>
  rules.length === 1 ? rules[0] : { [together]: rules };

const isRule = (value: unknown): value is JsonObject =>
  isObject(value) && typeof value.field === 'string' && Object.hasOwn(operators, String(value.operator));
