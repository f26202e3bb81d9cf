import type { ComponentType } from '@latchkey/forms';
import type { DraftComponent } from '../document/draft-document.ts';
import { isObject, type JsonObject } from '../document/form-json.ts';
import { pathsOf } from './properties.ts';

/** Members of every component that are no business of anybody's. */
const plumbing = ['type', 'isValid', 'values'];

/** Members of a component, and of what it demands, that the builder has no field for. */
export function otherMembers(component: DraftComponent): readonly string[] {
  const paths = pathsOf(component.type as ComponentType).map(({ path }) => path.join('.'));
  const known = new Set([...plumbing, ...paths.flatMap((path) => [path, path.split('.')[0] ?? ''])]);
  const own = Object.keys(component).filter((name) => !known.has(name) && !isBlank(component[name]));
  const { validate } = component;
  const demands: JsonObject = isObject(validate) ? validate : {};
  const further = Object.keys(demands).filter(
    (name) => !known.has(`validate.${name}`) && !isBlank(demands[name]),
  );
  return [...own, ...(own.includes('validate') ? [] : further.map((name) => `validate.${name}`))];
}

/** What the guide writes for unset: the empty text, also in every language. */
const isBlank = (value: unknown): boolean =>
  value === '' ||
  (isObject(value) && isObject(value.values) && Object.values(value.values).every((words) => words === ''));
