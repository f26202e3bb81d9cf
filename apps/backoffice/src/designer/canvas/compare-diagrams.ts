import type { BpmnElement } from '@latchkey/bpmn';
import { diff } from 'bpmn-js-differ';
import type { Manifest } from '../manifest.ts';
import { type Description, describeElement, nameOf, type Said } from './describe-element.ts';
import type { Moddle } from './services.ts';

/** One thing that an element says otherwise: in words, absent where it is not set. */
export type Change = { readonly what: string; readonly before?: string; readonly after?: string };

export type Difference = {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly name: string;
  readonly changes: readonly Change[];
};

/** What differs between two definitions of moddle, element by element, in their order. */
export function compareDiagrams(
  before: Moddle,
  after: Moddle,
  manifests: readonly Manifest[],
): readonly Difference[] {
  const [older, newer] = [elementsOf(before), elementsOf(after)];
  const only = (these: Elements, others: Elements, kind: 'added' | 'removed') =>
    [...these.values()]
      .filter(({ id }) => !others.has(id ?? ''))
      .map((element): Difference => ({ ...face(element), kind, changes: [] }));
  const changed = [...newer.values()].flatMap((element): readonly Difference[] => {
    const old = older.get(element.id ?? '');
    const changes = old
      ? changesOf(describeElement(old, manifests), describeElement(element, manifests))
      : [];
    return changes.length === 0 ? [] : [{ ...face(element), kind: 'changed', changes }];
  });
  const isSaid = new Set(changed.map(({ id }) => id));
  const moved = Object.keys(diff(before, after)._layoutChanged)
    .flatMap((id) => newer.get(id) ?? [])
    .map((element): Difference => ({ ...face(element), kind: 'moved', changes: [] }))
    .filter(({ id }) => !isSaid.has(id));
  return [...only(newer, older, 'added'), ...only(older, newer, 'removed'), ...changed, ...moved];
}

type Elements = ReadonlyMap<string, Moddle>;

/** Every process and what lies in it, by id. */
function elementsOf(definitions: BpmnElement): Elements {
  const inside = (element: BpmnElement): readonly BpmnElement[] => [
    element,
    ...[...(element.flowElements ?? []), ...(element.artifacts ?? [])].flatMap(inside),
  ];
  const processes = (definitions.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Process');
  return new Map(processes.flatMap(inside).map((element) => [element.id ?? '', element as Moddle]));
}

function changesOf(before: Description, after: Description): readonly Change[] {
  const labels = new Set([...before.keys(), ...after.keys()]);
  return [...labels]
    .filter((label) => keyOf(before.get(label)) !== keyOf(after.get(label)))
    .map((what) => ({ what, ...setOr('before', before.get(what)), ...setOr('after', after.get(what)) }));
}

/** An element that was only renamed is the same to those that lead to it. */
const keyOf = (said: Said | undefined): string | undefined => said?.id ?? said?.text;

const setOr = (name: 'before' | 'after', said: Said | undefined) =>
  said === undefined ? {} : { [name]: said.text };

const face = (element: Moddle) => ({ id: element.id ?? '', name: nameOf(element) });
