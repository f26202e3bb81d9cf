type Days = { readonly from?: string | undefined; readonly to?: string | undefined };

/** Whole days of the browser's zone as the API takes them: `from` at its begin, `to` with its last moment. */
export const dayBounds = ({ from, to }: Days) => ({ from: startOf(from, 0), to: startOf(to, 1) });

/** The moment at which a day (`2026-11-24`) begins, `later` days on; undefined for what is no day. */
function startOf(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
