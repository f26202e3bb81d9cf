import type { CborKey, CborMap, CborValue } from '../src/cbor/cbor-value.ts';

/** Puts entries into a statement. */
export const having =
  (...entries: [CborKey, CborValue][]) =>
  (statement: CborMap): CborMap =>
    new Map([...statement, ...entries]);
/** Takes an entry out of a statement. */
export const without =
  (key: CborKey) =>
  (statement: CborMap): CborMap =>
    new Map([...statement].filter(([one]) => one !== key));
