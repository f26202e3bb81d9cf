/** A share as people read it: "63 %"; a dash where nothing is shared, or not known what. */
export const percent = (part: number, whole: number): string =>
  Number.isFinite(part / whole) ? `${Math.round((part / whole) * 100)} %` : '–';
