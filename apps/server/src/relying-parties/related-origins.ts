/** Browsers must read so many labels (WebAuthn L3 section 5.11.1); Chromium and Safari read no more. */
export const readLabels = 5;

/** Second-level domains under which countries register names; enough for a warning. */
const registries = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'govt',
  'ltd',
  'me',
  'net',
  'nom',
  'or',
  'org',
  'plc',
]);

/** The label of an origin's registrable domain, by which browsers count: `example` of https://shop.example.co.uk. */
export function labelOf(origin: string): string {
  const labels = new URL(origin).hostname.split('.');
  const [top = '', second = ''] = labels.toReversed();
  const isUnderRegistry = labels.length > 2 && top.length === 2 && registries.has(second);
  return labels.at(isUnderRegistry ? -3 : -2) ?? labels[0] ?? '';
}

/** What browsers will not read of the related origins. */
export function relatedOriginWarnings(origins: readonly string[]): readonly string[] {
  const labels = [...new Set(origins.map(labelOf))];
  if (labels.length <= readLabels) return [];
  const unread = labels.slice(readLabels).join(', ');
  return [`Browsers read the related origins of five domain labels; they may ignore ${unread}.`];
}
