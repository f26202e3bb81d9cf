const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** A moment in UTC as PostgreSQL takes it; `undefined` for a text that is none (RFC 3339 section 5.6). */
export function readMoment(text: string): string | undefined {
  const moment = rfc3339.test(text) ? new Date(text) : undefined;
  return moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
}
