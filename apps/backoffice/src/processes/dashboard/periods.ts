/** Periods that a dashboard can show. */
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

const days: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** When a period that ends now began, to the minute, so that the question stays the same for a while. */
export function beginOf(period: Period, now: number): string {
  const minute = 60_000;
  return new Date(Math.floor((now - days[period] * 86_400_000) / minute) * minute).toISOString();
}
