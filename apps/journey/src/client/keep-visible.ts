import { type Condition, type FieldRules, type Held, holds, judge } from '@latchkey/forms';
import { fieldValue } from './fields.ts';

type Place = { readonly element: HTMLElement; readonly condition: Condition };

/** Keeps in sight what the answers bring up, and nothing else, as the server will see it. */
export function keepVisible(form: HTMLElement): void {
  const places: readonly Place[] = [...form.querySelectorAll<HTMLElement>('[data-when]')].map((element) => ({
    element,
    condition: JSON.parse(element.dataset.when ?? '') as Condition,
  }));
  if (places.length === 0) return;
  const fields = new Map(
    [...form.querySelectorAll<HTMLElement>('[data-field]')].map((field) => [field.dataset.field, field]),
  );
  const update = () => show(places, fields);
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  update();
}

function show(places: readonly Place[], fields: ReadonlyMap<string | undefined, HTMLElement>): void {
  const conditions = new Map(places.map(({ element, condition }) => [element, condition]));
  const known = new Map<HTMLElement, boolean>();
  const isVisible = (element: HTMLElement | null): boolean => {
    const condition = element && conditions.get(element);
    if (!element || !condition) return true;
    const visible = known.get(element) ?? holds(condition, heldBy);
    known.set(element, visible);
    return visible;
  };
  const heldBy = (id: string): Held => {
    const field = fields.get(id);
    return field && isVisible(field.closest<HTMLElement>('[data-when]')) ? held(field) : null;
  };
  for (const { element } of places) element.hidden = !isVisible(element);
}

/** What a field holds in its one form; a read-only one has no rules and holds what it shows. */
function held(field: HTMLElement): Held {
  const value = fieldValue(field);
  const { rules } = field.dataset;
  return rules === undefined ? (value as Held) : judge(JSON.parse(rules) as FieldRules, value).value;
}
