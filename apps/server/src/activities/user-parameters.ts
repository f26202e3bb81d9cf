import type { NewUser } from '@latchkey/contract';
import { type Static, Type } from 'typebox';
import { optionalText } from './parameter.ts';

/** The fields of a user, as the activities that write one take them. */
export const userFields = {
  userAttributes: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      title: 'User Attributes',
      description: 'Free attributes that describe the user: names and texts.',
    }),
  ),
  userDateOfBirth: optionalText('User Date of Birth', 'Date of birth, yyyy-mm-dd.'),
  userEmail: optionalText('User Email', 'E-mail address.'),
  userFirstName: optionalText('User First Name', 'First name.'),
  userLastName: optionalText('User Last Name', 'Last name.'),
  userLocaleCountry: optionalText('User Locale - Country', 'Country: two letters (ISO 3166-1).'),
  userLocaleLanguage: optionalText('User Locale - Language', 'Language: two letters (ISO 639).'),
  userLocaleVariant: optionalText(
    'User Locale - Variant',
    'Variant subtags: 5 to 8 letters, or 4 characters that start with a digit, separated by hyphens.',
  ),
  userNationalities: optionalText('User Nationalities', 'Nationalities, separated by commas.'),
  userStatus: optionalText('User Status', 'Whether the user is pending, active, locked or disabled.'),
  userTimezone: optionalText('User Timezone', 'Time zone by its TZDB code, such as EST.'),
  userType: optionalText('User Type', 'Sorts users into kinds; at most 64 characters.', { maxLength: 64 }),
} as const;

const fieldsSchema = Type.Object(userFields);
type Fields = Static<typeof fieldsSchema>;

/** The fields that were given, under the names that the user's use cases have. */
export function userFieldsOf(given: Fields): NewUser {
  const { userNationalities } = given;
  const renamed = {
    attributes: given.userAttributes,
    dateOfBirth: given.userDateOfBirth,
    email: given.userEmail,
    firstName: given.userFirstName,
    lastName: given.userLastName,
    localeCountry: given.userLocaleCountry,
    localeLanguage: given.userLocaleLanguage,
    localeVariant: given.userLocaleVariant,
    nationalities: userNationalities?.split(',').map((each) => each.trim()),
    status: given.userStatus,
    timeZone: given.userTimezone,
    type: given.userType,
  };
  return Object.fromEntries(Object.entries(renamed).filter(([, value]) => value !== undefined));
}
