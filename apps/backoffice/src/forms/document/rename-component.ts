import type { DraftComponent } from './draft-document.ts';
import type { Edit } from './edit-document.ts';
import { isObject } from './form-json.ts';

/** Gives the component at a place of the list another id; conditions that read it are written anew. */
export const renameComponent =
  (place: number, id: string): Edit =>
  (document) => {
    const before = document.components[place]?.id;
    if (before === id) return document;
    const components = document.components.map((component, at): DraftComponent => {
      const named = at === place ? { ...component, id } : component;
      if (typeof before !== 'string' || component.visibleWhen === undefined) return named;
      return { ...named, visibleWhen: renamed(component.visibleWhen, before, id) };
    });
    return { ...document, components };
  };

function renamed(condition: unknown, before: string, id: string): unknown {
  if (typeof condition === 'string') return renamedInText(condition, before, id);
  if (Array.isArray(condition)) return condition.map((one) => renamed(one, before, id));
  if (!isObject(condition)) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([name, value]) => {
      if (name === 'field') return [name, value === before ? id : value];
      return [name, ['all', 'any', 'not'].includes(name) ? renamed(value, before, id) : value];
    }),
  );
}

/** Names outside quotes, whole ones only. */
const renamedInText = (source: string, before: string, id: string): string =>
  source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z][\w.-]*/g, (piece) =>
    piece === before ? id : piece,
  );
