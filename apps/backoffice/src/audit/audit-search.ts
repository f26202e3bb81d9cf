import { defineListSearch } from '../kit/list/list-search.ts';
import { textField, wordField } from '../kit/list/search-fields.ts';

/** What happened, and the proof of it. */
export const tabs = ['records', 'proof'] as const;

/** The search parameters of the audit; `from` and `to` are days, `2026-11-24`, `record` is the one that is open. */
export const auditSearch = defineListSearch(
  {
    tab: wordField(tabs),
    record: textField,
    action: textField,
    outcome: wordField(['SUCCESS', 'FAILURE']),
    targetId: textField,
    instanceId: textField,
    from: textField,
    to: textField,
  },
  ['at'],
);

type Filters = ReturnType<typeof auditSearch.parse>;

/** The filters as the API takes them: whole days of the browser's zone, `to` included. */
export const auditFilters = ({ action, outcome, targetId, instanceId, from, to }: Filters) => ({
  action,
  outcome,
  targetId,
  instanceId,
  from: startOf(from, 0),
  to: startOf(to, 1),
});

/** The moment at which a day begins, `later` days on; undefined for what is no day. */
function startOf(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
