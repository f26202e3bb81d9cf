import { type Schema, sampleOf, wrongValues } from './sample.ts';

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
export const oneOf = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

const oddTexts = [
  '',
  ' ',
  "' or 1=1 --",
  '%',
  '\\',
  '../../etc/passwd',
  'ﬁ\u202e',
  '\ud800',
  '😀'.repeat(40),
  'x'.repeat(5_000),
  '2030-02-30T25:00:00Z',
  'null',
  '${1+1}',
  '<script>',
  '\u0000',
];
const oddNumbers = [-1, 0, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, Number.MIN_VALUE];

/** A value for a schema: one that it takes or, as often as `oddness` (0 to 1) says at each place, any other. */
export function fuzzedValue(schema: Schema, random: Random, oddness: number, depth = 0): unknown {
  const chance = random();
  if (chance < 0.4 * oddness) return oneOf(random, [...wrongValues(schema), null, oneOf(random, oddTexts)]);
  if (chance < oddness) return oneOf<unknown>(random, [...oddTexts, ...oddNumbers, [], {}, true]);
  if (schema.enum) return oneOf(random, schema.enum);
  if (schema.anyOf) return fuzzedValue(oneOf(random, schema.anyOf), random, oddness, depth + 1);
  if (schema.properties && depth < 5) return objectOf(schema, random, oddness, depth);
  if (schema.items && depth < 5)
    return Array.from({ length: Math.floor(random() * 4) }, () =>
      fuzzedValue(schema.items ?? {}, random, oddness, depth + 1),
    );
  if (schema.type === 'integer' && chance < 0.5) return Math.floor(random() * 1_000);
  if (schema.type === 'string' && !schema.pattern && chance < 2 * oddness) return oneOf(random, oddTexts);
  const words = /^\^\(([\w|]+)\)/.exec(schema.pattern ?? '')?.[1]?.split('|');
  return words ? oneOf(random, words) : plainSample(schema, random);
}

/** Where no text of ours fits a pattern, one that does not. */
function plainSample(schema: Schema, random: Random): unknown {
  try {
    return sampleOf(schema);
  } catch {
    return oneOf(random, oddTexts);
  }
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  random: Random,
  oddness: number,
  depth: number,
) {
  const entries = Object.entries(properties)
    .filter(([name]) => (required.includes(name) ? random() >= oddness / 6 : random() < 0.5))
    .map(([name, schema]) => [name, fuzzedValue(schema, random, oddness, depth + 1)] as const);
  const extra =
    random() < oddness / 4 ? [[oneOf(random, ['__proto__', 'prototype', 'id', 'tenant']), {}] as const] : [];
  return Object.fromEntries([...entries, ...extra]);
}

/** Text for a place in a path or a query. */
export const textOf = (random: Random): string => oneOf(random, oddTexts).slice(0, 300);
