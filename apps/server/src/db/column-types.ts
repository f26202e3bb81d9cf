import pg from 'pg';

/** How PostgreSQL's text of a column becomes a value, where we differ from the driver. Keys are type OIDs. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = Object.freeze({
  // int8 and numeric: no column of ours leaves the safe integers.
  20: Number,
  1700: Number,
  // date stays `YYYY-MM-DD`: a birthday has no time zone.
  1082: String,
});

/**
 * Values of columns: timestamptz is a Date, int8 and numeric are numbers, date is `YYYY-MM-DD`, bytea a Buffer,
 * json a plain value, an array an array. On the way in, an array for a jsonb column needs `JSON.stringify`,
 * since the driver writes arrays as PostgreSQL arrays.
 */
export const columnTypes: pg.CustomTypesConfig = Object.freeze({
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
});
