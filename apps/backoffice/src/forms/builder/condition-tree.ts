import { operators } from '@latchkey/forms';
import { isObject, type JsonObject } from '../document/form-json.ts';

/** How the parts of a group count: all must hold, one must, none may, or not all of them may. */
export type Together = 'all' | 'any' | 'none' | 'notAll';

/** Parts that count together; each is a rule or a group again, as the document has it. */
export type ConditionGroup = { readonly together: Together; readonly parts: readonly JsonObject[] };

/** Whether a part compares a field, or a text with session data. */
export const isRule = (value: unknown): value is JsonObject =>
  isObject(value) &&
  (typeof value.field === 'string' || typeof value.text === 'string') &&
  Object.hasOwn(operators, String(value.operator));

/** A part as a group; `undefined` for a rule, and for what is neither. */
export function groupOf(part: unknown): ConditionGroup | undefined {
  if (!isObject(part)) return undefined;
  for (const together of ['all', 'any'] as const) {
    const { [together]: parts } = part;
    if (Array.isArray(parts)) return { together, parts };
  }
  if (part.not === undefined) return undefined;
  const inside = groupOf(part.not);
  if (inside?.together === 'any') return { together: 'none', parts: inside.parts };
  if (inside?.together === 'all') return { together: 'notAll', parts: inside.parts };
  return isObject(part.not) ? { together: 'none', parts: [part.not] } : undefined;
}

/** A group as the document has it. */
export function partOf({ together, parts }: ConditionGroup): JsonObject {
  if (together === 'all' || together === 'any') return { [together]: parts };
  const [first] = parts;
  if (together === 'none' && parts.length === 1 && isRule(first)) return { not: first };
  return { not: { [together === 'none' ? 'any' : 'all']: parts } };
}

/** A whole condition as a group; `undefined` when some of it is neither a rule nor a group. */
export function conditionGroup(condition: unknown): ConditionGroup | undefined {
  if (!isSound(condition)) return undefined;
  return isRule(condition) ? { together: 'all', parts: [condition] } : groupOf(condition);
}

/** The whole as the document has it: a rule that is alone stands alone. */
export function conditionOf(group: ConditionGroup): JsonObject {
  const [first, ...others] = group.parts;
  const isPlain = group.together === 'all' || group.together === 'any';
  return isPlain && others.length === 0 && isRule(first) ? first : partOf(group);
}

const isSound = (part: unknown): boolean => isRule(part) || groupOf(part)?.parts.every(isSound) === true;
