import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';
import { defineRoute } from './route.ts';

/** A text that people meet on pages, in one language. */
export const PageText = Closed(
  {
    key: Type.String({ description: 'Its place: `ended.registered.title`' }),
    source: Type.String({ description: 'The English text, with the places in braces that are filled in' }),
    text: Type.String({ description: 'The platform’s own text in this language' }),
    override: Type.Optional(Type.String({ description: 'The tenant’s own, which people see in its place' })),
  },
  { description: 'A text of the pages' },
);
export type PageText = Static<typeof PageText>;

/** Every text of a language. */
export const PageTexts = Closed(
  {
    language: Type.String({ description: 'Tag of the language' }),
    languages: Type.Array(Type.String({ description: 'Tag of a language' }), {
      description: 'Every language that pages speak',
    }),
    texts: Type.Array(PageText, { description: 'Every text, in the order of the pages' }),
  },
  { description: 'The texts of the pages in one language' },
);
export type PageTexts = Static<typeof PageTexts>;

const tag = 'Texts';
const path = '/api/theme-server/texts/{language}';
const params = Closed({
  language: Type.String({ minLength: 1, maxLength: 35, description: 'Tag of the language, as `de`' }),
});

export const listTexts = defineRoute({
  id: 'listTexts',
  method: 'GET',
  path,
  tag,
  summary: 'List every text of the pages in one language',
  permission: 'ThemeServer:listTexts',
  params,
  status: 200,
  output: PageTexts,
  problems: ['text.language-unknown'],
});

export const updateTexts = defineRoute({
  id: 'updateTexts',
  method: 'POST',
  path,
  tag,
  summary: 'Put texts of one’s own in place of the platform’s; those that are left out stay as they are',
  permission: 'ThemeServer:updateTexts',
  params,
  body: Closed({
    overrides: Type.Record(
      Type.String(),
      Type.Unsafe<string | null>({
        type: ['string', 'null'],
        maxLength: 4_000,
        description: 'The text; null for the platform’s own',
      }),
      { maxProperties: 500, description: 'Texts by their keys' },
    ),
  }),
  bodyLimit: 512 * 1024,
  status: 200,
  output: PageTexts,
  problems: ['text.language-unknown', 'text.invalid'],
});

export const textRoutes = [listTexts, updateTexts] as const;
