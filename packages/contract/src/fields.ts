import { type TSchema, Type } from 'typebox';

/** A moment in a response. */
export const Moment = (description: string) => Type.String({ format: 'date-time', description });

/** One of a closed set of words. */
export const Words = <const Word extends string>(words: readonly Word[], description: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: words, description });

/** A text that may be absent, and in a change may be `null`, which clears it. */
export const Clearable = (maxLength: number, description: string) =>
  Type.Optional(
    Type.Unsafe<string | null>({
      type: ['string', 'null'],
      maxLength,
      description: `${description}; null clears it`,
    }),
  );

/** A text of a request that may be left out. */
export const OptionalText = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ maxLength, description }));

/** A text of a response that may be absent. */
export const OptionalOutput = (description: string) => Type.Optional(Type.String({ description }));

/** Closed: an unknown property is refused, so that a misspelt one is noticed. */
export const Closed = <const Properties extends Record<string, TSchema>>(
  properties: Properties,
  options: { readonly description?: string; readonly examples?: readonly unknown[] } = {},
) => Type.Object(properties, { ...options, additionalProperties: false });

/** Who made an object and who changed it last; part of every stored object. */
export const changeFields = {
  createdDtm: Moment('When it was created'),
  lastUpdatedDtm: Moment('When it was last changed'),
  createdBy: Type.String({ description: 'Who created it, such as `API Key: demo`' }),
  lastUpdatedBy: Type.String({ description: 'Who changed it last' }),
} as const;
