import { type TSchema, Type } from 'typebox';

type Options = Readonly<Record<string, unknown>>;

/** A text that must be given, unless `options` name a default. */
export const text = (title: string, description: string, options: Options = {}) =>
  Type.String({ title, description, minLength: 1, ...options });

/** A text that may be left out. */
export const optionalText = (title: string, description: string, options: Options = {}) =>
  Type.Optional(Type.String({ title, description, ...options }));

/** On or off; off unless given. The default is written as the reference writes it. */
export const flag = (title: string, description: string) =>
  Type.Boolean({ title, description, default: '${false}' as unknown as boolean });

/** A whole number that may be left out. */
export const optionalWhole = (title: string, description: string, options: Options = {}) =>
  Type.Optional(Type.Integer({ title, description, ...options }));

/** One of some words. */
export const oneOf = <const Word extends string>(
  words: readonly Word[],
  title: string,
  description: string,
  options: Options = {},
) => Type.Unsafe<Word>({ type: 'string', enum: words, title, description, ...options });

/** The parameters of an activity, closed: what it does not know is a mistake. */
export const parameters = <const Properties extends Record<string, TSchema>>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });

export const storeName = text('Store Name', 'The identity store.');
export const userKey = text(
  'User Key',
  'The key under which the session data keeps the user, such as user1.',
);
export const userId = optionalText(
  'User ID',
  'The id that the user got when it was created; identifies the user.',
);
export const userExternalId = optionalText(
  'User External ID',
  'The organisation’s own id; identifies the user.',
);
export const passkeyAuthenticationKey = text(
  'Passkey Authentication Key',
  'The unique id of the passkey authentication in this process.',
  { default: 'passkeyAuth1' },
);
export const passkeyRegistrationKey = text(
  'Passkey Registration Key',
  'The unique id of the passkey registration in this process.',
  { default: 'passkeyReg1' },
);
