import { diff } from 'bpmn-js-differ';

export type Difference = {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly name: string;
  /** Which properties changed. */
  readonly detail: string;
};

const isOfDiagram = ({ $type }: { readonly $type: string }): boolean => !/^(bpmndi|dc|di):/.test($type);

/** What differs between two definitions of moddle, by element. */
export function compareDiagrams(before: unknown, after: unknown): readonly Difference[] {
  const { _added, _removed, _changed, _layoutChanged } = diff(before, after);
  const changed = new Set(Object.keys(_changed));
  const list = (found: typeof _added, kind: Difference['kind']): readonly Difference[] =>
    Object.values(found)
      .filter(isOfDiagram)
      .map(({ id, name, $type }) => ({ id, kind, name: name || $type.replace('bpmn:', ''), detail: '' }));
  return [
    ...list(_added, 'added'),
    ...list(_removed, 'removed'),
    ...Object.values(_changed).map(({ model, attrs }) => ({
      id: model.id,
      kind: 'changed' as const,
      name: model.name || model.$type.replace('bpmn:', ''),
      detail: Object.keys(attrs).join(', '),
    })),
    ...list(_layoutChanged, 'moved').filter(({ id }) => !changed.has(id)),
  ];
}
