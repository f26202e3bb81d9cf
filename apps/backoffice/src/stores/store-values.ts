import type { NewStore, Store, StoreChange } from '@latchkey/contract';

/** A store as its form holds it: nothing absent, an empty text for what is not set. */
export type StoreValues = {
  readonly name: string;
  readonly description: string;
  readonly defaultUserStatus: string;
  readonly defaultLocaleLanguage: string;
  readonly defaultLocaleCountry: string;
  readonly defaultLocaleVariant: string;
  readonly defaultTimeZone: string;
  readonly maxUsers: number | '';
  readonly maxPasskeysPerUser: number | '';
};

/** The form of a store; of a new one with the platform's defaults. */
export const storeValues = (store?: Store): StoreValues => ({
  name: store?.name ?? '',
  description: store?.description ?? '',
  defaultUserStatus: store?.defaultUserStatus ?? 'ACTIVE',
  defaultLocaleLanguage: store?.defaultLocaleLanguage ?? '',
  defaultLocaleCountry: store?.defaultLocaleCountry ?? '',
  defaultLocaleVariant: store?.defaultLocaleVariant ?? '',
  defaultTimeZone: store?.defaultTimeZone ?? 'UTC',
  maxUsers: store?.maxUsers ?? '',
  maxPasskeysPerUser: store?.maxPasskeysPerUser ?? '',
});

const texts = ['defaultLocaleLanguage', 'defaultLocaleCountry', 'defaultLocaleVariant'] as const;
const numbers = ['maxUsers', 'maxPasskeysPerUser'] as const;

/** What to send: for a new store only what is set, for a change `null` for what was cleared. */
export const newStoreOf = (values: StoreValues): NewStore => ({
  ...changeOf(values, false),
  name: values.name,
});
export const storeChangeOf = (values: StoreValues): StoreChange => changeOf(values, true);

function changeOf(values: StoreValues, clears: boolean): Omit<NewStore, 'name'> & { name: string } {
  const cleared = texts.map((field) => [
    field,
    values[field] === '' ? (clears ? null : undefined) : values[field],
  ]);
  const counted = numbers.map((field) => [field, values[field] === '' ? undefined : values[field]]);
  return {
    name: values.name,
    description: values.description,
    defaultUserStatus: values.defaultUserStatus,
    ...(values.defaultTimeZone !== '' && { defaultTimeZone: values.defaultTimeZone }),
    ...Object.fromEntries([...cleared, ...counted].filter(([, value]) => value !== undefined)),
  };
}
