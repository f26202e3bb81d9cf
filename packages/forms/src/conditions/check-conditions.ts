import { type Check, isObject, step } from '../check.ts';
import { componentKind } from '../components/index.ts';
import type { FormComponent } from '../document.ts';
import { type Condition, fieldsIn, operators } from './condition.ts';
import { ExpressionFault, parseExpression } from './parse-expression.ts';
import { conditionOf } from './read-condition.ts';

const longest = 2_000;
const deepest = 10;
const mostParts = 50;
const needless: readonly string[] = ['isFilled', 'isEmpty'];

/** `visibleWhen`: an expression, or rules as JSON; the empty text counts as unset. */
export const checkCondition: Check = (value, pointer, report) => {
  if (typeof value !== 'string') return checkRules(value, pointer, report, 0);
  if (value.length > longest) return report({ pointer, detail: `Must have at most ${longest} characters.` });
  if (value === '') return;
  try {
    parseExpression(value);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    report({ pointer, detail: error.message });
  }
};

type Report = Parameters<Check>[2];

type Nested = (value: unknown, pointer: string, report: Report, depth: number) => void;

const checkRules: Nested = (value, pointer, report, depth) => {
  if (!isObject(value)) {
    return report({ pointer, detail: 'Must be an expression, or an object with field, all, any or not.' });
  }
  if (depth > deepest) return report({ pointer, detail: `Must be nested at most ${deepest} deep.` });
  for (const part of ['all', 'any'] as const) {
    if (value[part] !== undefined) return checkParts(value[part], pointer + step(part), report, depth);
  }
  if (value.not !== undefined) return checkRules(value.not, `${pointer}/not`, report, depth + 1);
  checkRule(value, pointer, report);
};

const checkParts: Nested = (value, pointer, report, depth) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostParts) {
    return report({ pointer, detail: `Must be a list of 1 to ${mostParts} rules.` });
  }
  value.forEach((one: unknown, place) => {
    checkRules(one, pointer + step(place), report, depth + 1);
  });
};

function checkRule(rule: Readonly<Record<string, unknown>>, pointer: string, report: Report): void {
  const { field, text, operator, value } = rule;
  if (typeof (field ?? text) !== 'string') {
    report({ pointer, detail: 'Must name a field, or hold a text.' });
  }
  if (typeof operator !== 'string' || !Object.hasOwn(operators, operator)) {
    report({
      pointer: `${pointer}/operator`,
      detail: `Must be one of: ${Object.keys(operators).join(', ')}.`,
    });
  } else if (value === undefined && !needless.includes(operator)) {
    report({ pointer: `${pointer}/value`, detail: 'Is missing.' });
  }
  if (value !== undefined && !['string', 'number', 'boolean'].includes(typeof value)) {
    report({ pointer: `${pointer}/value`, detail: 'Must be a text, a number, true or false.' });
  }
}

/** That conditions read fields of this form, and none reads itself, directly or by way of others. */
export const checkReads: Check = (value, pointer, report) => {
  const components = (value as readonly unknown[]).filter(isReadable);
  const reads = new Map(components.map((one) => [one.id, readsOf(one)] as const));
  const fields = new Set(components.filter(({ type }) => componentKind(type)?.field).map(({ id }) => id));
  (value as readonly unknown[]).forEach((component, place) => {
    if (!isReadable(component)) return;
    const at = `${pointer}${step(place)}/visibleWhen`;
    for (const id of new Set(readsOf(component))) {
      if (!fields.has(id)) report({ pointer: at, detail: `There is no field ${id}.` });
    }
    if (reaches(reads, component.id))
      report({ pointer: at, detail: 'Must not depend on the component itself.' });
  });
};

const isReadable = (value: unknown): value is FormComponent =>
  isObject(value) && typeof value.id === 'string' && typeof value.type === 'string';

function readsOf(component: FormComponent): readonly string[] {
  let sound = true;
  checkCondition(component.visibleWhen ?? '', '', () => {
    sound = false;
  });
  const condition: Condition | undefined = sound ? conditionOf(component) : undefined;
  return condition === undefined ? [] : fieldsIn(condition);
}

function reaches(reads: ReadonlyMap<string, readonly string[]>, from: string): boolean {
  const seen = new Set<string>();
  const left = [...(reads.get(from) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next === from) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    left.push(...(reads.get(next) ?? []));
  }
  return false;
}
