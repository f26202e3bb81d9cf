import type { FieldError } from '@latchkey/kernel';
import { type Check, flag, isObject, languageMap, members, oneOf, step } from './check.ts';
import { componentKind, componentKinds } from './components/index.ts';
import { checkCondition, checkReads } from './conditions/check-conditions.ts';
import type { FormDocument } from './document.ts';
import { formProblems } from './form-problems.ts';
import { jsonDepth } from './json-depth.ts';

/** Bounds of a form document. */
export const formLimits = Object.freeze({ bytes: 256 * 1024, depth: 32, components: 200, errors: 100 });

const idShape = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const reservedIds = ['constructor', 'prototype'];

/**
 * Reads a form document from JSON text of at most 256 KiB. Unknown members are kept, so what comes out equals what
 * went in. Throws `form.invalid` (422) with every fault and its JSON pointer.
 */
export function parseForm(text: string): FormDocument {
  const value = parseJson(text);
  const errors: FieldError[] = [];
  checkDocument(value, '', (error) => errors.push(error));
  if (errors.length > 0)
    throw formProblems.create('form.invalid', { errors: errors.slice(0, formLimits.errors) });
  return value as FormDocument;
}

function parseJson(text: string): unknown {
  const refuse = (detail: string, cause?: unknown) =>
    formProblems.create('form.invalid', { detail, errors: [{ pointer: '', detail }], cause });
  if (new TextEncoder().encode(text).length > formLimits.bytes) throw refuse('Must be at most 256 KiB.');
  if (jsonDepth(text) > formLimits.depth) throw refuse(`Must be nested at most ${formLimits.depth} deep.`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refuse('Must be JSON.', cause);
  }
}

const checkShared = members(
  {
    type: oneOf(Object.keys(componentKinds)),
    id: checkId,
    index: checkIndex,
    isValid: flag,
    visibleWhen: checkCondition,
  },
  ['type', 'id', 'index'],
);

const checkComponent: Check = (value, pointer, report) => {
  checkShared(value, pointer, report);
  if (isObject(value) && typeof value.type === 'string')
    componentKind(value.type)?.check(value, pointer, report);
};

function checkId(value: unknown, pointer: string, report: (error: FieldError) => void): void {
  if (typeof value === 'string' && idShape.test(value) && !reservedIds.includes(value)) return;
  report({
    pointer,
    detail:
      'Must be a letter, then up to 63 letters, digits, dots, hyphens or underscores; not a reserved word.',
  });
}

function checkIndex(value: unknown, pointer: string, report: (error: FieldError) => void): void {
  if (!Number.isSafeInteger(value) || Number(value) < 0)
    report({ pointer, detail: 'Must be a whole number from 0.' });
}

/** Ids name values, so a field's id is there once; texts that only show something may share one (the builder names every paragraph `paragraph`). */
const checkIds: Check = (value, pointer, report) => {
  const seen = new Map<unknown, boolean>();
  (value as readonly unknown[]).forEach((component, place) => {
    if (!isObject(component) || component.id === undefined) return;
    const holdsValue = componentKind(String(component.type))?.field !== undefined;
    const earlier = seen.get(component.id);
    if (earlier !== undefined && (earlier || holdsValue)) {
      report({ pointer: `${pointer}${step(place)}/id`, detail: 'Is there twice.' });
    }
    seen.set(component.id, holdsValue || earlier === true);
  });
};

const checkComponents: Check = (value, pointer, report) => {
  if (!Array.isArray(value)) return report({ pointer, detail: 'Must be a list of components.' });
  if (value.length > formLimits.components) {
    return report({ pointer, detail: `Must have at most ${formLimits.components} components.` });
  }
  value.forEach((component: unknown, place) => {
    checkComponent(component, pointer + step(place), report);
  });
  checkIds(value, pointer, report);
  checkReads(value, pointer, report);
};

const heading = (type: string): Check =>
  members({ values: languageMap, isValid: flag, type: oneOf([type]) }, ['values']);

const checkDocument = members(
  {
    title: heading('title'),
    components: checkComponents,
    continueButton: heading('continueButton'),
    requireTranslations: flag,
  },
  ['title', 'components'],
);
