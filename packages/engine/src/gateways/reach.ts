import type { Place, Plan } from '../plan.ts';

/** Incoming flow of a gateway to the ids of the nodes from which a token can still come by it. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

const reaches = new WeakMap<Place, Reach>();

/**
 * From where a token can come to a gateway by each of its incoming flows without passing the gateway first: along flows,
 * and from an activity also by its boundary events. Worked out once for each gateway of a definition.
 */
export function reachOf(plan: Plan, place: Place): Reach {
  const known = reaches.get(place);
  if (known !== undefined) return known;
  const sources = sourcesByTarget(plan);
  const direct = (sources.get(place) ?? []).flatMap((source) => flowsBetween(source, place));
  const reach = new Map(direct.map(([flow, source]) => [flow, upstreamOf(source, place, sources)]));
  reaches.set(place, reach);
  return reach;
}

type Sources = ReadonlyMap<Place, readonly Place[]>;

const flowsBetween = (source: Place, target: Place): [string, Place][] =>
  waysOf(source)
    .filter(({ to }) => to === target)
    .map(({ id }) => [id, source]);

function upstreamOf(last: Place, gateway: Place, sources: Sources): ReadonlySet<string> {
  const upstream = new Set<string>();
  const open = [last];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place === gateway || upstream.has(place.node.id)) continue;
    upstream.add(place.node.id);
    open.push(...(sources.get(place) ?? []));
  }
  return upstream;
}

function sourcesByTarget(plan: Plan): Sources {
  const sources = new Map<Place, Place[]>();
  for (const source of plan.places.values()) {
    for (const target of targetsOf(source)) sources.set(target, [...(sources.get(target) ?? []), source]);
  }
  return sources;
}

const waysOf = ({ ways, fallback }: Place) => (fallback === undefined ? ways : [...ways, fallback]);

const targetsOf = (place: Place): ReadonlySet<Place> =>
  new Set([...waysOf(place).map(({ to }) => to), ...place.catchers, ...place.alarms]);
