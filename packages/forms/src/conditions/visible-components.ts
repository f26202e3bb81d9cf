import type { FormComponent, FormDocument } from '../document.ts';
import type { Substitute } from '../field-rules.ts';
import { type Held, holds } from './condition.ts';
import { conditionOf, resolved } from './read-condition.ts';

/**
 * The components that are in sight, given what the fields hold in their one form. A field out of sight holds nothing
 * for the conditions of others.
 */
export function visibleComponents(
  document: FormDocument,
  held: (component: FormComponent) => Held,
  substitute: Substitute,
): ReadonlySet<FormComponent> {
  const byId = new Map(document.components.map((component) => [component.id, component]));
  const known = new Map<FormComponent, boolean>();
  const isVisible = (component: FormComponent): boolean => {
    const before = known.get(component);
    if (before !== undefined) return before;
    // Should a document that was never checked read itself, it ends here.
    known.set(component, false);
    const condition = conditionOf(component);
    const visible = condition === undefined || holds(resolved(condition, substitute), heldBy);
    known.set(component, visible);
    return visible;
  };
  const heldBy = (id: string): Held => {
    const component = byId.get(id);
    return component && isVisible(component) ? held(component) : null;
  };
  return new Set(document.components.filter(isVisible));
}
