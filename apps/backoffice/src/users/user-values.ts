import type { NewUser, User, UserChange } from '@latchkey/contract';

/** A user as the form holds it: an empty text for what is not set. */
export type UserValues = {
  readonly externalId: string;
  readonly status: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly localeLanguage: string;
  readonly localeCountry: string;
  readonly localeVariant: string;
  readonly timeZone: string;
  readonly type: string;
  readonly nationalities: readonly string[];
  readonly attributes: readonly Attribute[];
};

export type Attribute = { readonly name: string; readonly value: string };

const texts = [
  'email',
  'firstName',
  'lastName',
  'dateOfBirth',
  'localeLanguage',
  'localeCountry',
  'localeVariant',
  'timeZone',
  'type',
] as const;

/** The form of a user, empty for a new one. */
export const userValues = (user?: User): UserValues => ({
  ...(Object.fromEntries(texts.map((field) => [field, user?.[field] ?? ''])) as Pick<
    UserValues,
    (typeof texts)[number]
  >),
  externalId: user?.externalId ?? '',
  status: user?.status ?? '',
  nationalities: user?.nationalities ?? [],
  attributes: Object.entries(user?.attributes ?? {}).map(([name, value]) => ({ name, value })),
});

/** What creates the user: only what is set; the store's defaults for the rest. */
export const newUserOf = (values: UserValues): NewUser => ({
  ...Object.fromEntries(
    [...texts, 'externalId' as const, 'status' as const]
      .filter((field) => values[field] !== '')
      .map((field) => [field, values[field]]),
  ),
  ...(values.nationalities.length > 0 && { nationalities: [...values.nationalities] }),
  ...(values.attributes.length > 0 && { attributes: attributesOf(values) }),
});

/** What changes the user: everything, `null` for what was cleared. */
export const userChangeOf = (values: UserValues): UserChange => ({
  ...Object.fromEntries(texts.map((field) => [field, values[field] === '' ? null : values[field]])),
  ...(values.externalId !== '' && { externalId: values.externalId }),
  ...(values.status !== '' && { status: values.status }),
  nationalities: [...values.nationalities],
  attributes: attributesOf(values),
});

const attributesOf = ({ attributes }: UserValues): Record<string, string> =>
  Object.fromEntries(
    attributes.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value]),
  );
