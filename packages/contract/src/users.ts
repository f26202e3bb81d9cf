import { type Static, Type } from 'typebox';
import { Clearable, Closed, changeFields, Moment, OptionalOutput, OptionalText } from './fields.ts';
import { Id } from './id.ts';
import { UserStatus } from './user-status.ts';

const attributes = Type.Record(Type.String(), Type.String({ maxLength: 1024 }), {
  maxProperties: 64,
  description: 'Free attributes: names and texts',
});

const nationalities = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
  maxItems: 10,
  description: 'Nationalities',
});

/** A person in an identity store. */
export const User = Closed(
  {
    id: Id,
    externalId: Type.String({ description: "The organisation's own id, unique in the store" }),
    storeName: Type.String({ description: 'The identity store' }),
    status: Type.String({ description: 'ACTIVE, LOCKED, TEMP_LOCKED, DISABLED or PENDING_ACTIVE' }),
    email: OptionalOutput('E-mail address'),
    firstName: OptionalOutput('First name'),
    lastName: OptionalOutput('Last name'),
    dateOfBirth: OptionalOutput('Date of birth, yyyy-mm-dd'),
    localeLanguage: OptionalOutput('Language (ISO 639)'),
    localeCountry: OptionalOutput('Country (ISO 3166-1)'),
    localeVariant: OptionalOutput('Locale variant'),
    nationalities,
    timeZone: OptionalOutput('Time zone (TZDB)'),
    type: OptionalOutput('Kind of user'),
    attributes,
    lockCount: Type.Integer({ description: 'Failed authentications since the last success' }),
    lockedUntilDtm: Type.Optional(Moment('When a temporary lock ends')),
    ...changeFields,
  },
  { description: 'A user of an identity store' },
);
export type User = Static<typeof User>;

const texts = {
  email: 'E-mail address',
  firstName: 'First name',
  lastName: 'Last name',
  dateOfBirth: 'Date of birth, yyyy-mm-dd',
  localeLanguage: 'Language: two letters (ISO 639)',
  localeCountry: 'Country: two letters (ISO 3166-1)',
  localeVariant: 'Locale variant: subtags of 5 to 8 letters, or of 4 characters that start with a digit',
  timeZone: 'Time zone (TZDB), such as EST or Europe/Berlin',
  type: 'Kind of user, at most 64 characters',
} as const;

/** A new user; every field may be absent. */
export const NewUser = Closed({
  externalId: OptionalText(128, "The organisation's own id, unique in the store; made up when absent"),
  status: Type.Optional(UserStatus),
  email: OptionalText(254, texts.email),
  firstName: OptionalText(128, texts.firstName),
  lastName: OptionalText(128, texts.lastName),
  dateOfBirth: OptionalText(10, texts.dateOfBirth),
  localeLanguage: OptionalText(2, texts.localeLanguage),
  localeCountry: OptionalText(2, texts.localeCountry),
  localeVariant: OptionalText(64, texts.localeVariant),
  nationalities: Type.Optional(nationalities),
  timeZone: OptionalText(64, texts.timeZone),
  type: OptionalText(64, texts.type),
  attributes: Type.Optional(attributes),
});
export type NewUser = Static<typeof NewUser>;

/** A change of a user: what is absent stays, `null` clears. */
export const UserChange = Closed({
  externalId: OptionalText(128, "The organisation's own id, unique in the store"),
  status: Type.Optional(UserStatus),
  email: Clearable(254, texts.email),
  firstName: Clearable(128, texts.firstName),
  lastName: Clearable(128, texts.lastName),
  dateOfBirth: Clearable(10, texts.dateOfBirth),
  localeLanguage: Clearable(2, texts.localeLanguage),
  localeCountry: Clearable(2, texts.localeCountry),
  localeVariant: Clearable(64, texts.localeVariant),
  nationalities: Type.Optional(nationalities),
  timeZone: Clearable(64, texts.timeZone),
  type: Clearable(64, texts.type),
  attributes: Type.Optional(attributes),
});
export type UserChange = Static<typeof UserChange>;
