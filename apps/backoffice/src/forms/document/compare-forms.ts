import { isObject, type JsonObject } from './form-json.ts';

/** One difference between two documents. */
export type FormChange = {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** The component's id, or the part of the form. */
  readonly subject: string;
  readonly type?: string;
  /** For a change: which member, and its values as JSON; absent where there was or is none. */
  readonly member?: string;
  readonly before?: string;
  readonly after?: string;
};

/**
 * What a reader has to know of the way from one document to the other: components by their id, moved ones by their
 * order among those that stay, everything else member by member.
 */
export function compareForms(before: JsonObject, after: JsonObject): readonly FormChange[] {
  const { components: _old, ...oldHead } = before;
  const { components: _new, ...newHead } = after;
  const [old, next] = [byKey(before), byKey(after)];
  const gone = [...old].filter(([key]) => !next.has(key));
  const come = [...next].filter(([key]) => !old.has(key));
  const stay = [...old.keys()].filter((key) => next.has(key));
  return [
    ...differences(oldHead, newHead, []).map((each) => ({
      ...each,
      subject: each.member?.split('.')[0] ?? '',
    })),
    ...gone.map(([, one]) => ({ kind: 'removed', ...nameOf(one) }) as const),
    ...come.map(([, one]) => ({ kind: 'added', ...nameOf(one) }) as const),
    ...movedOf(stay, [...next.keys()]).map(
      (key) => ({ kind: 'moved', ...nameOf(next.get(key) ?? {}) }) as const,
    ),
    ...stay.flatMap((key) => changesOf(old.get(key) ?? {}, next.get(key) ?? {})),
  ];
}

const changesOf = (before: JsonObject, after: JsonObject): readonly FormChange[] =>
  differences(withoutIndex(before), withoutIndex(after), []).map((each) => ({ ...each, ...nameOf(after) }));

const withoutIndex = ({ index: _, ...rest }: JsonObject): JsonObject => rest;

const nameOf = ({ id, type }: JsonObject) => ({ subject: String(id ?? ''), type: String(type ?? '') });

/** Components in the visible order under their id; of several with one id each has its number. */
function byKey({ components }: JsonObject): ReadonlyMap<string, JsonObject> {
  const list = (Array.isArray(components) ? components : []).filter(isObject);
  const seen = new Map<string, number>();
  return new Map(
    list
      .toSorted((a, b) => Number(a.index ?? 0) - Number(b.index ?? 0))
      .map((one) => {
        const id = String(one.id);
        const count = (seen.get(id) ?? 0) + 1;
        seen.set(id, count);
        return [`${id} ${count}`, one] as const;
      }),
  );
}

/** Of those that stay the fewest that must have moved: all that are not on a longest run in the new order. */
function movedOf(stay: readonly string[], order: readonly string[]): readonly string[] {
  const places = stay.map((key) => order.indexOf(key));
  const best = places.map(() => 1);
  const from = places.map(() => -1);
  places.forEach((place, at) => {
    for (let earlier = 0; earlier < at; earlier++) {
      if ((places[earlier] ?? 0) < place && (best[earlier] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[earlier] ?? 0) + 1;
        from[at] = earlier;
      }
    }
  });
  const kept = new Set<number>();
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = from[at] ?? -1) kept.add(at);
  return stay.filter((_, at) => !kept.has(at));
}

type Difference = FormChange & { readonly kind: 'changed' };

function differences(before: unknown, after: unknown, path: readonly string[]): readonly Difference[] {
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(before[name], after[name], [...path, name]));
  }
  const [old, next] = [JSON.stringify(before), JSON.stringify(after)];
  if (old === next) return [];
  return [
    {
      kind: 'changed',
      subject: '',
      member: path.join('.'),
      ...(old !== undefined && { before: old }),
      ...(next !== undefined && { after: next }),
    },
  ];
}
