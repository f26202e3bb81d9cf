import type { Place, Plan } from '../plan.ts';

const reaches = new WeakMap<Place, ReadonlySet<string>>();

/**
 * Whether a token at a node can come to a place without passing it first: along flows, and from an activity also by its
 * boundary events. Worked out once for each gateway of a definition.
 */
export function canReach(plan: Plan, node: string, place: Place): boolean {
  const known = reaches.get(place) ?? upstreamOf(plan, place);
  reaches.set(place, known);
  return known.has(node);
}

function upstreamOf(plan: Plan, place: Place): ReadonlySet<string> {
  const sources = sourcesByTarget(plan);
  const upstream = new Set<string>();
  const open = [place];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const source of sources.get(target) ?? []) {
      if (source === place || upstream.has(source.node.id)) continue;
      upstream.add(source.node.id);
      open.push(source);
    }
  }
  return upstream;
}

function sourcesByTarget(plan: Plan): ReadonlyMap<Place, readonly Place[]> {
  const sources = new Map<Place, Place[]>();
  for (const source of plan.places.values()) {
    for (const target of targetsOf(source)) {
      const known = sources.get(target);
      if (known === undefined) sources.set(target, [source]);
      else known.push(source);
    }
  }
  return sources;
}

function targetsOf({ ways, fallback, catchers, alarms }: Place): readonly Place[] {
  return [...ways.map(({ to }) => to), ...(fallback ? [fallback.to] : []), ...catchers, ...alarms];
}
