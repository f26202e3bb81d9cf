const units: readonly (readonly [name: string, ms: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** A duration in its two largest units: "1 h 5 min", "12 s", "0.4 s". Milliseconds. */
export function durationText(ms: number): string {
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`;
  const first = units.findIndex(([, length]) => ms >= length);
  return units
    .slice(first, first + 2)
    .map(
      ([name, length], place) =>
        [name, Math.floor(place === 0 ? ms / length : (ms % before(first)) / length)] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(' ');
}

const before = (first: number): number => units[first]?.[1] ?? 1;
