export const units = ['weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
export type Unit = (typeof units)[number];

const letters: Readonly<Record<Unit, string>> = {
  weeks: 'W',
  days: 'D',
  hours: 'H',
  minutes: 'M',
  seconds: 'S',
};
const isOfTime: ReadonlySet<Unit> = new Set(['hours', 'minutes', 'seconds']);

/** An ISO 8601 duration of one unit (`PT10M`, `P1W`) as its amount and unit; undefined for any other text. */
export function readDuration(text: string): { readonly amount: number; readonly unit: Unit } | undefined {
  for (const unit of units) {
    const found = new RegExp(`^P${isOfTime.has(unit) ? 'T' : ''}(\\d+)${letters[unit]}$`).exec(text.trim());
    if (found) return { amount: Number(found[1]), unit };
  }
  return undefined;
}

export const writeDuration = (amount: number, unit: Unit): string =>
  `P${isOfTime.has(unit) ? 'T' : ''}${amount}${letters[unit]}`;
