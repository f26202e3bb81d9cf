import type { ApiKey } from '@latchkey/contract';

/** A key as its form holds it. `expiringDtm` is a local date and time as the browser's field writes it. */
export type KeyValues = {
  readonly name: string;
  readonly description: string;
  readonly expiringDtm: string;
  readonly permissions: readonly string[];
};

/** The form of a key, empty for a new one. */
export const keyValues = (key?: ApiKey): KeyValues => ({
  name: key?.name ?? '',
  description: key?.description ?? '',
  expiringDtm: key?.expiringDtm === undefined ? '' : localOf(new Date(key.expiringDtm)),
  permissions: key?.permissions ?? [],
});

/** What to send of it. */
export const keyBody = ({ expiringDtm, permissions, ...texts }: KeyValues) => ({
  ...texts,
  permissions: [...permissions],
  ...(expiringDtm !== '' && { expiringDtm: new Date(expiringDtm).toISOString() }),
});

/** `2027-01-31T09:30` in the browser's zone. */
function localOf(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
